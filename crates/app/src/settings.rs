//! What the user changes in the window, kept in the archive.

use crate::api::types::{Change, Settings};
use crate::{App, AppError};

/// The key under which the settings stand in the archive.
const KEY: &str = "window";

/// The shortest time between two visits of a source, in minutes.
const SHORTEST: u32 = 5;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "system".to_owned(),
            density: "comfortable".to_owned(),
            interval_minutes: 15,
            collect: true,
            notifications: true,
            quiet_hours: String::new(),
            read_on_open: true,
            language: "en".to_owned(),
            export_preset: "excel".to_owned(),
            proxy: String::new(),
        }
    }
}

impl App {
    /// Reads the settings; what was never set has its usual value.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn settings(&self) -> Result<Settings, AppError> {
        let saved = self.archive().read(|reader| reader.setting(KEY)).await?;
        Ok(saved.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Sends what follows through the proxy of the settings.
    pub(crate) fn use_proxy(&self, settings: &Settings) -> Result<(), AppError> {
        let proxy = Some(settings.proxy.trim()).filter(|proxy| !proxy.is_empty());
        Ok(self.fetcher().set_proxy(proxy)?)
    }

    /// Saves the settings and gives them back as they hold now.
    ///
    /// # Errors
    /// A value is out of range, or the archive fails.
    pub async fn save_settings(&self, mut settings: Settings) -> Result<Settings, AppError> {
        settings.interval_minutes = settings.interval_minutes.max(SHORTEST);
        if !settings.quiet_hours.is_empty()
            && crate::notify::QuietHours::parse(&settings.quiet_hours).is_none()
        {
            return Err(AppError::Refused(format!(
                "“{}” are no quiet hours: write the hours between which nothing is shown, such as 22-06.",
                settings.quiet_hours
            )));
        }
        self.use_proxy(&settings)?;
        let text = serde_json::to_string(&settings)
            .map_err(|why| AppError::Payload { call: "save_settings", why })?;
        self.archive().write(move |writer| writer.save_setting(KEY, &text)).await?;
        self.announce(Change::Settings);
        Ok(settings)
    }
}
