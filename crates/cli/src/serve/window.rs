//! The built window as files: from a folder, or embedded.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use anyhow::bail;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use super::Served;
use crate::failure::WrongCall;

/// The page that everything begins with.
const START: &str = "index.html";

#[cfg(feature = "window")]
#[derive(rust_embed::Embed)]
#[folder = "../../ui/dist"]
struct Embedded;

/// Where the window's files come from.
#[derive(Debug)]
pub enum Window {
    /// A folder, which is read anew each time.
    Folder(PathBuf),
    /// The program itself.
    #[cfg(feature = "window")]
    Embedded,
    /// Nowhere: only the calls are served.
    Absent,
}

impl Window {
    /// Takes the window from this folder, else from the program, when it was built with it.
    pub fn of(folder: Option<PathBuf>) -> anyhow::Result<Self> {
        match folder {
            Some(folder) if folder.join(START).is_file() => Ok(Self::Folder(folder.canonicalize()?)),
            Some(folder) => {
                let sentence = format!(
                    "{} holds no built window: `npm run build` in ui/ makes one in ui/dist.",
                    folder.display()
                );
                bail!(WrongCall(sentence))
            }
            #[cfg(feature = "window")]
            None => Ok(Self::Embedded),
            #[cfg(not(feature = "window"))]
            None => Ok(Self::Absent),
        }
    }

    fn file(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::Folder(folder) => read_inside(folder, name).map(Cow::Owned),
            #[cfg(feature = "window")]
            Self::Embedded => Embedded::get(name).map(|file| file.data),
            Self::Absent => None,
        }
    }
}

/// Reads a file of a folder; whatever would lead out of it is not there.
fn read_inside(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let name = Path::new(name);
    let is_plain = name.components().all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(name).canonicalize().ok().filter(|path| is_plain && path.starts_with(folder))?;
    std::fs::read(path).ok()
}

/// Answers with a file of the window.
pub async fn file(State(served): State<Served>, uri: Uri) -> Response {
    let name = match uri.path().trim_start_matches('/') {
        "" => START,
        name => name,
    };
    match served.window.file(name) {
        Some(bytes) => ([(CONTENT_TYPE, media_type(name))], bytes).into_response(),
        None if name == START => (StatusCode::NOT_FOUND, NO_WINDOW).into_response(),
        None => (StatusCode::NOT_FOUND, "There is no such file.").into_response(),
    }
}

const NO_WINDOW: &str = "This program was built without the window: start `chancery serve --ui ui/dist`. \
                         Calls (POST /call/NAME) are served.";

/// The media types of what a build of the window holds.
fn media_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_read() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("dist");
        std::fs::create_dir_all(folder.join("assets")).unwrap();
        std::fs::write(root.path().join("secret"), "no").unwrap();
        std::fs::write(folder.join("index.html"), "yes").unwrap();
        std::fs::write(folder.join("assets/a.js"), "yes").unwrap();
        let Window::Folder(folder) = Window::of(Some(folder)).unwrap() else { panic!("a folder was given") };
        assert!(read_inside(&folder, "index.html").is_some());
        assert!(read_inside(&folder, "assets/a.js").is_some());
        for name in ["../secret", "assets/../../secret", "/etc/hostname", "assets", ""] {
            assert!(read_inside(&folder, name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_folder_without_a_window_is_refused() {
        let empty = tempfile::tempdir().unwrap();
        let error = Window::of(Some(empty.path().to_owned())).unwrap_err();
        assert!(error.is::<WrongCall>() && error.to_string().contains("npm run build"), "{error}");
    }
}
