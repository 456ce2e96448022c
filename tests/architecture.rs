//! The arrows between the crates, and the words that may stand only in one place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chancery_tests::programs::checkout;
use serde_json::Value;

/// The arrows of docs/architecture.md: who may use whom.
const ARROWS: &[(&str, &[&str])] = &[
    ("chancery-model", &[]),
    ("chancery-text", &["chancery-model"]),
    ("chancery-fetch", &["chancery-model"]),
    ("chancery-extract", &["chancery-model", "chancery-text"]),
    ("chancery-annotate", &["chancery-model", "chancery-text"]),
    ("chancery-rules", &["chancery-model", "chancery-text"]),
    ("chancery-compare", &["chancery-model", "chancery-text"]),
    ("chancery-exchange", &["chancery-model", "chancery-text"]),
    ("chancery-lists", &[]),
    ("chancery-store", &["chancery-model", "chancery-text"]),
    (
        "chancery-app",
        &[
            "chancery-model",
            "chancery-text",
            "chancery-fetch",
            "chancery-extract",
            "chancery-annotate",
            "chancery-rules",
            "chancery-compare",
            "chancery-exchange",
            "chancery-lists",
            "chancery-store",
        ],
    ),
    ("chancery-cli", &["chancery-app", "chancery-model"]),
    ("chancery-shell", &["chancery-app", "chancery-model"]),
    ("chancery-desktop", &["chancery-shell"]),
    ("chancery-tests", &["chancery-app", "chancery-model"]),
    ("chancery-score", &["chancery-annotate", "chancery-extract", "chancery-model"]),
    ("xtask", &[]),
];

/// The crates that neither read nor write nor look at the clock.
const PURE: &[&str] = &["text", "extract", "annotate", "rules", "compare", "lists"];

#[test]
fn no_crate_uses_another_against_the_arrows() {
    for package in packages() {
        let name = package["name"].as_str().expect("a package has a name");
        let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
            panic!("{name} is not in the picture of the crates: give it its place there and here");
        };
        let wrong: Vec<String> =
            uses(&package).into_iter().filter(|used| !allowed.contains(&used.as_str())).collect();
        assert!(wrong.is_empty(), "{name} must not use {wrong:?}");
    }
}

#[test]
fn only_the_shell_needs_tauri() {
    let tauri = |package: &&Value| dependencies(package).iter().any(|name| name.starts_with("tauri"));
    let packages = packages();
    let found: BTreeSet<&str> =
        packages.iter().filter(tauri).filter_map(|package| package["name"].as_str()).collect();
    assert_eq!(found, BTreeSet::from(["chancery-desktop", "chancery-shell"]));
}

#[test]
fn only_the_store_speaks_sql_and_only_fetch_opens_sockets() {
    for (library, owner) in [("rusqlite", "chancery-store"), ("reqwest", "chancery-fetch")] {
        for package in packages() {
            let name = package["name"].as_str().expect("a package has a name");
            assert!(
                name == owner || !dependencies(&package).contains(library),
                "{name} must not use {library}"
            );
        }
    }
}

#[test]
fn pure_crates_neither_read_nor_write_nor_look_at_the_clock() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::process",
        "std::thread",
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
    ];
    for crate_name in PURE {
        no_word(&checkout().join("crates").join(crate_name).join("src"), "rs", &forbidden);
    }
}

#[test]
fn markup_from_outside_never_reaches_the_page() {
    no_word(
        &checkout().join("ui/src"),
        "svelte",
        &["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML"],
    );
    no_word(
        &checkout().join("ui/src"),
        "ts",
        &["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"],
    );
}

#[test]
fn only_the_door_knows_the_shell() {
    let door = checkout().join("ui/src/door");
    for extension in ["ts", "svelte"] {
        for file in files(&checkout().join("ui/src"), extension) {
            let text = fs::read_to_string(&file).expect("sources are UTF-8");
            assert!(
                file.starts_with(&door) || !text.contains("@tauri-apps/"),
                "{} goes past the door",
                file.display()
            );
        }
    }
}

#[test]
fn the_window_loads_nothing_from_elsewhere() {
    let configuration =
        fs::read_to_string(checkout().join("tauri.conf.json")).expect("tauri.conf.json is there");
    let configuration: Value = serde_json::from_str(&configuration).expect("it is JSON");
    let policy = configuration["app"]["security"]["csp"].as_str().expect("there is a policy");
    assert!(policy.starts_with("default-src 'self'"), "{policy}");
    let known = ["http://ipc.localhost"];
    let remote = policy.split([' ', ';']).find(|word| word.starts_with("http") && !known.contains(word));
    assert_eq!(remote, None);
    assert!(!policy.contains("unsafe-eval") && !policy.contains('*'), "{policy}");
}

/// The workspace as cargo sees it.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut metadata = Command::new(cargo);
    metadata.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(checkout());
    let output = metadata.output().expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("packages are a list").clone()
}

/// Everything that a package is built from; what only its tests use is left out.
fn dependencies(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().expect("dependencies are a list").iter();
    let built = all.filter(|dependency| dependency["kind"] != "dev");
    built.filter_map(|dependency| dependency["name"].as_str()).map(str::to_owned).collect()
}

/// The crates of this workspace that a package uses, in its tests too.
fn uses(package: &Value) -> Vec<String> {
    let all = package["dependencies"].as_array().expect("dependencies are a list").iter();
    let names = all.filter_map(|dependency| dependency["name"].as_str()).map(str::to_owned);
    names.filter(|name| name.starts_with("chancery-")).collect()
}

/// Fails on the first of these words in the files of a folder; what stands in tests at the end of a file is left out.
#[track_caller]
fn no_word(folder: &Path, extension: &str, words: &[&str]) {
    let files = files(folder, extension);
    assert!(!files.is_empty(), "{} holds no .{extension} files", folder.display());
    for file in files {
        let text = fs::read_to_string(&file).expect("sources are UTF-8");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if let Some(word) = words.iter().find(|word| code.contains(**word)) {
            panic!("{} must not contain “{word}”", file.display());
        }
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}
