use crate::{PageFacts, plain};
pub(crate) fn facts(html: &str, _url: Option<&str>) -> Option<PageFacts> {
    Some(PageFacts { text: plain::of_html(html), ..Default::default() })
}
