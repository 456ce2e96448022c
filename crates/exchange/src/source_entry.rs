use chancery_model::SourceKind;

/// A source as a list names it: in OPML, in CSV and in the state file.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct SourceEntry {
    /// Its name; none: the title that it gives itself.
    #[serde(default)]
    pub name: Option<String>,
    /// The address that is fetched.
    pub url: String,
    /// `feed`, `page`, `folder` or `import`; none: found out when it is asked.
    #[serde(default)]
    pub kind: Option<SourceKind>,
    /// The country or body that publishes it.
    #[serde(default)]
    pub country: Option<chancery_model::CountryCode>,
    /// Whether the user paused it.
    #[serde(default)]
    pub paused: bool,
    /// The folders in which it lies, from the outside in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub folder: Vec<String>,
}

impl SourceEntry {
    /// Whether it has an http or https address, is a folder of this machine, or a source of imported files, which is
    /// never fetched.
    pub fn can_be_fetched(&self) -> bool {
        let host = |scheme: &str| {
            let start = self.url.get(..scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then(|| &self.url[scheme.len()..])
        };
        let after = host("https://").or_else(|| host("http://"));
        let is_folder = || self.kind == Some(SourceKind::Folder) && self.url.starts_with("file:///");
        self.kind == Some(SourceKind::Import)
            || is_folder()
            || after.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
    }
}

impl From<&chancery_model::Source> for SourceEntry {
    fn from(source: &chancery_model::Source) -> Self {
        Self {
            name: Some(source.name.clone()),
            url: source.url.clone(),
            kind: Some(source.kind),
            country: source.country,
            paused: source.state == chancery_model::SourceState::Paused,
            folder: Vec::new(),
        }
    }
}
