use std::borrow::Cow;
use std::io::{Read, Write};

use chancery_model::SourceKind;
use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use crate::{ExchangeError, SourceEntry, SourceList};

/// Folders within folders that are kept; what lies deeper is taken to lie in the last of them.
const DEEPEST: usize = 16;

/// Writes sources as OPML 2.0, each in its folders; a page is written as `type="page"`, which other readers leave out.
pub fn write_opml(writer: impl Write, title: &str, sources: &[SourceEntry]) -> Result<(), ExchangeError> {
    let mut xml = quick_xml::Writer::new_with_indent(writer, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("opml").with_attribute(("version", "2.0")).write_inner_content(|xml| {
        xml.create_element("head").write_inner_content(|xml| {
            xml.create_element("title").write_text_content(BytesText::new(title))?;
            Ok(())
        })?;
        let all: Vec<&SourceEntry> = sources.iter().collect();
        xml.create_element("body").write_inner_content(|xml| write_folder(xml, 0, &all))?;
        Ok(())
    })?;
    Ok(xml.into_inner().write_all(b"\n")?)
}

/// Writes the sources of a folder that lies `depth` deep, then the folders in it.
fn write_folder<W: Write>(
    xml: &mut quick_xml::Writer<W>,
    depth: usize,
    sources: &[&SourceEntry],
) -> std::io::Result<()> {
    let (here, below): (Vec<&SourceEntry>, Vec<&SourceEntry>) =
        sources.iter().partition(|source| source.folder.len() <= depth);
    here.iter().try_for_each(|source| xml.write_event(Event::Empty(outline(source))))?;
    let mut names: Vec<&str> = Vec::new();
    for source in &below {
        let name = source.folder[depth].as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names {
        let inside: Vec<&SourceEntry> =
            below.iter().copied().filter(|source| source.folder[depth] == name).collect();
        let folder = xml.create_element("outline").with_attributes([("text", name), ("title", name)]);
        folder.write_inner_content(|xml| write_folder(xml, depth + 1, &inside))?;
    }
    Ok(())
}

fn outline(source: &SourceEntry) -> BytesStart<'static> {
    let name = source.name.as_deref().unwrap_or(&source.url);
    let page = source.kind == Some(SourceKind::Page);
    let mut outline = BytesStart::new("outline");
    outline.push_attribute(("type", if page { "page" } else { "rss" }));
    outline.push_attribute(("text", name));
    outline.push_attribute(("title", name));
    outline.push_attribute((if page { "htmlUrl" } else { "xmlUrl" }, source.url.as_str()));
    outline
}

/// Reads every outline that has an address, with the folders in which it lies; an address that comes twice counts once.
/// What is broken is a fault with its line, and what stands before it is kept.
///
/// # Errors
/// It has no `<opml>` element.
pub fn read_opml(mut reader: impl Read) -> Result<SourceList, ExchangeError> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let document = decoded(&bytes);
    let mut xml = quick_xml::Reader::from_str(&document);
    let config = xml.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    let mut walk = Walk { document: &document, ..Walk::default() };
    loop {
        let place = xml.buffer_position();
        match xml.read_event() {
            Ok(Event::Start(tag)) => walk.start(&tag, place),
            Ok(Event::Empty(tag)) => walk.empty(&tag, place),
            Ok(Event::End(tag)) => walk.end(tag.local_name().as_ref()),
            Ok(Event::Eof) => return walk.finish(place),
            Ok(_) => {}
            Err(error) => return walk.broken(&error.to_string(), xml.error_position()),
        }
    }
}

/// The text of a file in the encoding of its byte-order mark, else its XML declaration, else UTF-8.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let declared = || {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(128)]).into_owned();
        let after = head.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
        Encoding::for_label(after.split(['"', '\'']).nth(1)?.as_bytes())
    };
    declared().unwrap_or(UTF_8).decode(bytes).0
}

/// What was read so far.
#[derive(Default)]
struct Walk<'a> {
    document: &'a str,
    /// How far lines were counted, and how many there were.
    counted: (usize, u64),
    list: SourceList,
    /// The outlines that are open, those that are folders with their names.
    open: Vec<Option<String>>,
    is_opml: bool,
    is_whole: bool,
}

impl Walk<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, place: u64) {
        self.is_opml |= tag.local_name().as_ref().eq_ignore_ascii_case("opml");
        if is_outline(tag.local_name().as_ref()) {
            let is_source = self.source(tag, place);
            let name = value(tag, "text").or_else(|| value(tag, "title"));
            self.open.push(name.filter(|_| !is_source));
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>, place: u64) {
        self.is_opml |= tag.local_name().as_ref().eq_ignore_ascii_case("opml");
        if is_outline(tag.local_name().as_ref()) {
            self.source(tag, place);
        }
    }

    fn end(&mut self, name: &str) {
        self.is_whole |= name.eq_ignore_ascii_case("opml");
        if is_outline(name) {
            self.open.pop();
        }
    }

    /// Takes the source that an outline names, if it names one; lists in the wild write the attributes in any case.
    fn source(&mut self, tag: &BytesStart<'_>, place: u64) -> bool {
        let form = value(tag, "type").unwrap_or_default().to_lowercase();
        let is_page = form == "page";
        let Some(url) = value(tag, "xmlUrl").or_else(|| value(tag, "htmlUrl").filter(|_| is_page)) else {
            let is_feed = ["rss", "atom", "page"].contains(&form.as_str());
            if is_feed {
                let line = self.line(place);
                let name = value(tag, "title").or_else(|| value(tag, "text")).unwrap_or_default();
                self.list.leave_out(line, format!("“{name}” has no address (xmlUrl)."));
            }
            return is_feed;
        };
        let line = self.line(place);
        let entry = SourceEntry {
            name: value(tag, "title").or_else(|| value(tag, "text")),
            url: without_feed_scheme(url),
            kind: Some(if is_page { SourceKind::Page } else { SourceKind::Feed }),
            folder: self.open.iter().flatten().take(DEEPEST).cloned().collect(),
            ..SourceEntry::default()
        };
        self.list.add(entry, line);
        true
    }

    /// The line of a place; places come in order.
    fn line(&mut self, place: u64) -> u64 {
        let place = (place as usize).min(self.document.len());
        let (from, lines) = self.counted;
        let passed = &self.document.as_bytes()[from.min(place)..place];
        self.counted = (place, lines + passed.iter().filter(|byte| **byte == b'\n').count() as u64);
        self.counted.1 + 1
    }

    fn broken(mut self, why: &str, place: u64) -> Result<SourceList, ExchangeError> {
        if !self.is_opml {
            return Err(ExchangeError::NotOpml(why.to_owned()));
        }
        let line = self.line(place);
        let why = why.trim_end_matches('.');
        self.list.fault(line, format!("the XML is broken here ({why}); what follows was not read."));
        Ok(self.list)
    }

    fn finish(mut self, place: u64) -> Result<SourceList, ExchangeError> {
        if !self.is_opml {
            return Err(ExchangeError::NotOpml("it has no <opml> element".to_owned()));
        }
        if !self.is_whole {
            let line = self.line(place);
            self.list.fault(line, "the file ends before </opml>: some of it may be missing.".to_owned());
        }
        Ok(self.list)
    }
}

fn is_outline(name: &str) -> bool {
    name.eq_ignore_ascii_case("outline")
}

fn value(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let attribute = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref().eq_ignore_ascii_case(wanted))?;
    let text = unescape(&attribute.value).trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Some readers write `feed://host/path` or `feed:https://host/path`.
fn without_feed_scheme(url: String) -> String {
    match url.strip_prefix("feed:") {
        Some(rest) if rest.starts_with("//") => format!("https:{rest}"),
        Some(rest) => rest.to_owned(),
        None => url,
    }
}

/// Entities resolved where they are well formed; a bare `&` stays as it is.
fn unescape(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.replace("&amp;", "&"), |plain| plain.into_owned())
}
