//! Completions, man pages and help.

use crate::program::Program;

#[test]
fn completions_name_the_commands() {
    let program = Program::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = program.done(&["generate", "completions", shell]);
        assert!(script.contains("collect") && script.contains("annotate"), "{shell}");
    }
    assert_eq!(program.call(&["generate", "completions", "cobol"]).code, 2);
}

#[test]
fn man_pages_go_to_standard_output_or_into_a_folder() {
    let program = Program::new();
    assert!(program.done(&["generate", "man"]).contains(".TH chancery 1"));
    program.done(&["generate", "man", "pages"]);
    for page in ["chancery.1", "chancery-collect.1", "chancery-rule-test.1"] {
        assert!(program.path("pages").join(page).is_file(), "{page}");
    }
}

#[test]
fn help_of_every_command_shows_an_example() {
    let program = Program::new();
    for command in [
        &["import"][..],
        &["collect"],
        &["source"],
        &["source", "add"],
        &["search"],
        &["show"],
        &["rule"],
        &["rule", "why"],
        &["alerts"],
        &["export"],
        &["annotate"],
        &["extract"],
        &["match"],
        &["state"],
        &["topic"],
        &["topic", "import"],
        &["retag"],
        &["backup"],
        &["doctor"],
        &["generate"],
        &["serve"],
    ] {
        let help = program.done(&[command, &["--help"]].concat());
        assert!(help.contains("Example"), "{command:?}");
        assert!(
            help.contains(&format!("  chancery {}", command.join(" "))) || help.contains("| chancery"),
            "{help}"
        );
    }
}

#[test]
fn nothing_is_made_by_asking_for_help() {
    let program = Program::new();
    program.done(&["--version"]);
    program.done(&["import", "--help"]);
    assert!(!program.data().exists());
}
