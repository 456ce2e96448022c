//! The catalogue of official sources, and lists of sources with folders.

use crate::program::Program;

#[test]
fn the_catalogue_is_searched_and_followed() {
    let program = Program::new();
    let found = program.json(&["source", "catalogue", "security", "council", "--language", "en", "--json"]);
    let press = found.as_array().unwrap().iter().find(|one| one["name"] == "UN Press: Security Council");
    let press = press.unwrap_or_else(|| panic!("{found}"));
    assert_eq!((&press["country"], &press["followed"]), (&"UN".into(), &false.into()));
    let url = press["url"].as_str().unwrap();

    let followed = program.json(&["source", "follow", url, "ofac: recent actions", "--json"]);
    let kinds: Vec<&str> = followed.as_array().unwrap().iter().map(|s| s["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["feed", "page"]);
    let again = program.json(&["source", "catalogue", "UN Press: Security Council", "--json"]);
    assert!(
        again.as_array().unwrap().iter().any(|one| one["url"] == url && one["followed"] == true),
        "{again}"
    );
    program.call(&["source", "follow", url]).failed(1, &["followed already"]);
    program.call(&["source", "follow", "no such source"]).failed(1, &["no such source"]);
}

#[test]
fn a_set_is_followed_and_what_is_followed_already_is_passed_over() {
    let program = Program::new();
    let sets = program.json(&["source", "sets", "--json"]);
    let set = sets.as_array().unwrap().iter().find(|set| set["key"] == "sahel").unwrap();
    let size = set["sources"].as_array().unwrap().len();
    let followed =
        |key: &str| program.json(&["source", "follow", "--set", key, "--json"]).as_array().unwrap().len();
    assert_eq!((followed("sahel"), followed("sahel")), (size, 0));
    assert!(program.done(&["source", "sets"]).contains("ukraine-war"));
    program.call(&["source", "follow", "--set", "none"]).failed(2, &["none"]);
}

#[test]
fn folders_of_a_list_are_kept() {
    let (program, other) = (Program::new(), Program::new());
    let list = program.file(
        "mine.opml",
        "<opml version='2.0'><body><outline text='Europe'><outline text='North &amp; Baltic'>\
         <outline type='rss' text='Nordland' xmlUrl='https://nordland.example/rss'/></outline></outline></body></opml>",
    );
    program.done(&["source", "import", &list]);
    for name in ["out.opml", "out.csv"] {
        let file = program.path(name).display().to_string();
        program.done(&["source", "export", &file]);
        let other = Program::new();
        other.done(&["source", "import", &file]);
        let back = other.path("back.opml").display().to_string();
        other.done(&["source", "export", &back]);
        let (first, second) = (program.path("out.opml"), other.path("back.opml"));
        assert_eq!(
            std::fs::read_to_string(first).unwrap(),
            std::fs::read_to_string(second).unwrap(),
            "{name}"
        );
    }
    let state = program.path("state.json").display().to_string();
    program.done(&["state", "export", &state]);
    other.done(&["state", "import", &state]);
    let back = other.path("back.opml").display().to_string();
    other.done(&["source", "export", &back]);
    assert!(std::fs::read_to_string(back).unwrap().contains("North &amp; Baltic"));
}

#[test]
fn a_broken_list_is_followed_as_far_as_it_is_sound() {
    let program = Program::new();
    let list = program.file(
        "bad.opml",
        "<opml><body>\n<outline text='One' xmlUrl='https://one.example/rss'/>\n<outline type='rss' text='Two'/>\n</body></opml>",
    );
    let called = program.call(&["source", "import", &list]);
    called.failed(1, &["bad.opml, line 3: “Two” has no address"]);
    assert!(called.out.starts_with("1 of 2 sources"), "{called:?}");
}
