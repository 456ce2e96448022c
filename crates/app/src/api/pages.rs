use super::Caller;
use super::types::*;
use crate::collect::with_scheme;
use crate::{AppError, PageToOpen};

pub(super) async fn open_page(caller: &Caller<'_>, order: PageOrder) -> Result<(), AppError> {
    let order = PageOrder { url: with_scheme(&order.url)?, ..order };
    let proxy = caller.app.settings().await?.proxy;
    caller.host.open_page(PageToOpen { order, proxy }).await
}

pub(super) async fn opened_page(caller: &Caller<'_>, (): ()) -> Result<Option<PageView>, AppError> {
    caller.host.opened_page().await
}

pub(super) async fn keep_page(caller: &Caller<'_>, (): ()) -> Result<KeptPage, AppError> {
    let page = caller.host.read_page().await?;
    caller.app.keep_page(page).await
}

pub(super) async fn close_page(caller: &Caller<'_>, (): ()) -> Result<(), AppError> {
    caller.host.close_page().await
}
