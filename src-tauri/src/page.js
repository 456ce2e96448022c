// Reads the document as it stands, after its scripts: its address, the status it came with, its kind, its markup.
((most) => {
  const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '';
  const [arrival] = performance.getEntriesByType('navigation');
  return {
    url: location.href,
    status: arrival?.responseStatus ?? 0,
    kind: document.contentType,
    loading: document.readyState === 'loading',
    markup: (doctype + document.documentElement.outerHTML).slice(0, most),
  };
})
