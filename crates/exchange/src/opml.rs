use std::io::{Read, Write};

use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use crate::{ExchangeError, SourceEntry};

/// Writes sources as OPML 2.0, one flat list; a page is written as `type="page"`, which other readers leave out.
pub fn write_opml(writer: impl Write, title: &str, sources: &[SourceEntry]) -> Result<(), ExchangeError> {
    let mut xml = quick_xml::Writer::new_with_indent(writer, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("opml").with_attribute(("version", "2.0")).write_inner_content(|xml| {
        xml.create_element("head").write_inner_content(|xml| {
            xml.create_element("title").write_text_content(BytesText::new(title))?;
            Ok(())
        })?;
        xml.create_element("body").write_inner_content(|xml| {
            sources.iter().try_for_each(|source| xml.write_event(Event::Empty(outline(source))))
        })?;
        Ok(())
    })?;
    Ok(xml.into_inner().write_all(b"\n")?)
}

fn outline(source: &SourceEntry) -> BytesStart<'static> {
    let name = source.name.as_deref().unwrap_or(&source.url);
    let page = source.kind == Some(chancery_model::SourceKind::Page);
    let mut outline = BytesStart::new("outline");
    outline.push_attribute(("type", if page { "page" } else { "rss" }));
    outline.push_attribute(("text", name));
    outline.push_attribute(("title", name));
    outline.push_attribute((if page { "htmlUrl" } else { "xmlUrl" }, source.url.as_str()));
    outline
}

/// Reads every outline that has an address, in whatever folders it lies; an address that comes twice counts once.
pub fn read_opml(mut reader: impl Read) -> Result<Vec<SourceEntry>, ExchangeError> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let document = String::from_utf8_lossy(&bytes);
    let mut xml = quick_xml::Reader::from_str(&document);
    let mut sources: Vec<SourceEntry> = Vec::new();
    let mut is_opml = false;
    loop {
        match xml.read_event().map_err(|error| ExchangeError::NotOpml(error.to_string()))? {
            Event::Start(tag) | Event::Empty(tag) => {
                is_opml |= tag.local_name().as_ref().eq_ignore_ascii_case("opml");
                sources.extend(entry(&tag).filter(|new| sources.iter().all(|known| known.url != new.url)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match is_opml {
        true => Ok(sources),
        false => Err(ExchangeError::NotOpml("it has no <opml> element".to_owned())),
    }
}

/// The source that an outline names; lists in the wild write the attributes in any case.
fn entry(tag: &BytesStart<'_>) -> Option<SourceEntry> {
    if !tag.local_name().as_ref().eq_ignore_ascii_case("outline") {
        return None;
    }
    let value = |wanted: &str| {
        let attribute = tag
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref().eq_ignore_ascii_case(wanted))?;
        let text = unescape(&attribute.value).trim().to_owned();
        (!text.is_empty()).then_some(text)
    };
    let is_page = value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("page"));
    let kind = if is_page { chancery_model::SourceKind::Page } else { chancery_model::SourceKind::Feed };
    let url = value("xmlUrl").or_else(|| value("htmlUrl").filter(|_| is_page))?;
    Some(SourceEntry {
        name: value("title").or_else(|| value("text")),
        url,
        kind: Some(kind),
        ..Default::default()
    })
}

/// Entities resolved where they are well formed; a bare `&` stays as it is.
fn unescape(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.replace("&amp;", "&"), |plain| plain.into_owned())
}
