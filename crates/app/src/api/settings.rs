use super::Caller;
use super::types::*;
use crate::AppError;

pub(super) async fn settings(caller: &Caller<'_>, (): ()) -> Result<Settings, AppError> {
    caller.app.settings().await
}

pub(super) async fn save_settings(caller: &Caller<'_>, settings: Settings) -> Result<Settings, AppError> {
    caller.app.save_settings(settings).await
}

pub(super) async fn stop(caller: &Caller<'_>, work: String) -> Result<(), AppError> {
    caller.app.stop(&work);
    Ok(())
}

pub(super) async fn open_address(caller: &Caller<'_>, address: Address) -> Result<(), AppError> {
    if !address.url.starts_with("https://") && !address.url.starts_with("http://") {
        return Err(AppError::Refused(format!("“{}” is no web address; it is not opened.", address.url)));
    }
    caller.host.open_address(&address.url).await
}
