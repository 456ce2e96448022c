/// A source as a list names it: in OPML, in CSV and in the state file.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct SourceEntry {
    /// Its name; none: the title that it gives itself.
    #[serde(default)]
    pub name: Option<String>,
    /// The address that is fetched.
    pub url: String,
    /// `feed`, `page` or `import`; none: found out when it is asked.
    #[serde(default)]
    pub kind: Option<chancery_model::SourceKind>,
    /// The country or body that publishes it.
    #[serde(default)]
    pub country: Option<chancery_model::CountryCode>,
    /// Whether the user paused it.
    #[serde(default)]
    pub paused: bool,
}

impl From<&chancery_model::Source> for SourceEntry {
    fn from(source: &chancery_model::Source) -> Self {
        Self {
            name: Some(source.name.clone()),
            url: source.url.clone(),
            kind: Some(source.kind),
            country: source.country,
            paused: source.state == chancery_model::SourceState::Paused,
        }
    }
}
