use crate::PageFacts;
pub(crate) fn markdown(text: &str) -> PageFacts {
    facts(text)
}
pub(crate) fn facts(text: &str) -> PageFacts {
    PageFacts { text: text.to_owned(), ..Default::default() }
}
