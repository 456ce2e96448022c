//! The window's types are those of the core: `ui/src/door/types.ts` is made from them and must be fresh.
#![cfg(feature = "ts")]

use std::path::Path;

/// `CHANCERY_WRITE=1 cargo test -p chancery-app --features ts` writes the file anew.
#[test]
fn the_windows_types_are_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/door/types.ts");
    let fresh = chancery_app::api::typescript();
    if std::env::var_os("CHANCERY_WRITE").is_some() {
        std::fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("ui/src/door can be made");
        std::fs::write(&path, &fresh).expect("types.ts can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == fresh,
        "ui/src/door/types.ts is stale: run `CHANCERY_WRITE=1 cargo test -p chancery-app --features ts`"
    );
}
