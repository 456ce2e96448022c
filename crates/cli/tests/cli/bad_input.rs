//! What is wrong gets one clear sentence, the right exit code, and touches nothing.

use crate::program::{Program, REPORT};

#[test]
fn files_that_hold_nothing_to_file() {
    let program = Program::new();
    program.with_report();
    for (name, content) in [
        ("empty.txt", &b""[..]),
        ("other.json", b"{\"a\": 1}"),
        ("other.xml", b"<?xml version=\"1.0\"?><data><row/></data>"),
        ("packed.html", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff\xff\xff"),
    ] {
        let file = program.file(name, content);
        program.call(&["import", &file]).failed(1, &[name]);
    }
    program.call(&["import", "absent.txt"]).failed(1, &["absent.txt", "there is no such file"]);
    assert_eq!(program.json(&["search", "", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_the_system_refuses_is_said_in_words() {
    let program = Program::new();
    let nowhere = program.path("nowhere").join("copy.db");
    for (arguments, said) in [
        (&["annotate", "absent.txt"][..], "absent.txt: there is no such file"),
        (&["annotate", "."], "it is a folder"),
        (&["verify", "absent.zip"], "absent.zip: there is no such file"),
        (&["backup", &nowhere.to_string_lossy()], "there is no such file or folder"),
    ] {
        program.call(arguments).failed(1, &[said]);
    }
}

#[test]
fn editions_of_lists_that_cannot_be_compared() {
    let program = Program::new();
    let list = |entries: &str| format!("<CONSOLIDATED_LIST>{entries}</CONSOLIDATED_LIST>");
    let entry = "<ENTITY><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY>";
    let whole = program.file("whole.xml", list(entry));
    let broken = program.file("broken.xml", &list(entry)[..60]);
    let other = program.file("other.csv", "id,schema,name\nNK-1,Person,Ada Quist\n");
    program.call(&["list", "diff", &whole, &broken]).failed(1, &["broken.xml", "is broken at byte"]);
    program.call(&["list", "diff", &whole, &other]).failed(2, &["two editions of one list"]);
    program.call(&["list", "diff", &whole, "absent.xml"]).failed(1, &["there is no such file"]);
    std::fs::create_dir(program.path("empty")).unwrap();
    program.call(&["list", "diff", &whole, "empty"]).failed(2, &["holds no table"]);
    let same = program.json(&["list", "diff", &whole, &whole, "--json"]);
    assert_eq!(same, serde_json::json!({"list": "un", "added": [], "removed": [], "amended": []}));
}

#[test]
fn a_text_in_another_encoding_is_read() {
    let program = Program::new();
    // «Мінистр», in Windows-1251, twice over so that the guess has something to go by.
    let cyrillic: Vec<u8> =
        "Заявление министра\n\nМинистр заявил о санкциях против соседней страны и о мире.\n"
            .chars()
            .map(|c| match c {
                'А'..='я' => (c as u32 - 0x410 + 0xC0) as u8,
                c => c as u8,
            })
            .collect();
    let file = program.file("old.txt", cyrillic);
    program.done(&["import", &file]);
    assert_eq!(program.json(&["search", "санкции", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_query_that_does_not_parse_is_the_callers_fault_everywhere() {
    let program = Program::new();
    for arguments in [
        &["search", "sanctions AND ("][..],
        &["rule", "add", "x", "sanctions AND ("],
        &["rule", "test", "sanctions AND ("],
        &["export", "sanctions AND (", "-o", "x.csv"],
    ] {
        program.call(arguments).failed(2, &["The query, at character"]);
    }
    assert!(!program.path("x.csv").exists());
    program.call(&["rule", "add", "x", "is:unread"]).failed(2, &["The query, at character 1"]);
}

#[test]
fn what_does_not_exist_is_named() {
    let program = Program::new();
    program.call(&["show", "nothing"]).failed(2, &["“nothing”"]);
    program.call(&["rule", "remove", "nothing"]).failed(2, &["“nothing”"]);
    program.call(&["rule", "why", "nothing", "x"]).failed(2, &["“nothing”"]);
    program.call(&["collect", "--source", "nothing"]).failed(2, &["“nothing”"]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let program = Program::new();
    let folder = program.path("folder");
    std::fs::create_dir(&folder).unwrap();
    for command in ["annotate", "extract"] {
        program.call(&[command, &folder.display().to_string()]).failed(1, &["folder"]);
    }
}

#[test]
fn one_address_cannot_be_that_of_two_documents() {
    let program = Program::new();
    let (one, two) = (program.file("one.txt", REPORT), program.file("two.txt", "Another text."));
    let url = ["--url", "https://nordland.example/1"];
    program.call(&["import", &one, &two, url[0], url[1]]).failed(2, &["--url"]);
    let folder = program.path(".").display().to_string();
    program.call(&["import", &folder, url[0], url[1]]).failed(2, &["--url"]);
    program.done(&["import", &one, url[0], url[1]]);
    assert_eq!(program.json(&["search", "", "--json"])[0]["url"], "https://nordland.example/1");
}

#[test]
fn wrong_calls_are_told_with_code_two() {
    let program = Program::new();
    for arguments in [
        &["nonsense"][..],
        &["search"],
        &["export", "x"],
        &["export", "x", "-o", "y", "--columns", "colour"],
        &["export", "x", "-o", "y", "--preset", "xls"],
        &["rule", "test", "x", "--since", "soon"],
        &["match"],
    ] {
        let called = program.call(arguments);
        assert_eq!(called.code, 2, "{arguments:?}: {called:?}");
        assert!(!called.err.is_empty() && called.out.is_empty(), "{called:?}");
    }
}

#[test]
fn a_second_rule_of_the_same_name_is_refused() {
    let program = Program::new();
    program.done(&["rule", "add", "Arms", "weapons"]);
    program.call(&["rule", "add", "Arms", "tanks"]).failed(2, &["“Arms”"]);
    assert_eq!(program.json(&["rule", "list", "--json"])[0]["query"], "weapons");
}

#[test]
fn an_archive_of_a_newer_program_is_left_alone() {
    let program = Program::new();
    program.with_report();
    let archive = program.data().join("chancery.sqlite");
    let mut bytes = std::fs::read(&archive).unwrap();
    // The user version of an SQLite file: four bytes, big-endian, at offset 60.
    bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    std::fs::write(&archive, &bytes).unwrap();
    program.call(&["search", "x"]).failed(1, &["newer"]);
    assert_eq!(std::fs::read(&archive).unwrap(), bytes);
    let doctor = program.call(&["doctor"]);
    assert_eq!(doctor.code, 1);
    assert!(doctor.out.contains("newer"), "{doctor:?}");
}

#[test]
fn a_file_that_is_no_archive_is_left_alone() {
    let program = Program::new();
    std::fs::create_dir_all(program.data()).unwrap();
    let archive = program.data().join("chancery.sqlite");
    std::fs::write(&archive, REPORT.repeat(100)).unwrap();
    program.call(&["search", "x"]).failed(1, &["chancery.sqlite"]);
    assert_eq!(std::fs::read_to_string(&archive).unwrap(), REPORT.repeat(100));
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let program = Program::new();
    program.file("data", "a file stands where the folder should be");
    program.call(&["search", "x"]).failed(1, &["data"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::new();
    std::fs::create_dir_all(program.data()).unwrap();
    std::fs::set_permissions(program.data(), std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(program.data().join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write into read-only folders");
        return;
    }
    program.call(&["import", &program.file("report.txt", REPORT)]).failed(1, &["data"]);
}

#[test]
fn an_export_that_cannot_be_written_is_named_and_leaves_nothing() {
    let program = Program::new();
    program.with_report();
    program.call(&["export", "", "-o", "absent/x.csv"]).failed(1, &["absent/x.csv"]);
    assert!(!program.path("absent").exists());
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    use std::io::Read;
    let program = Program::new();
    let entries: Vec<String> = (0..400).map(|n| format!("Statement {n}")).collect();
    let entries: Vec<(&str, &str)> =
        entries.iter().map(|title| (title.as_str(), "A word or two of a ministry.")).collect();
    let file = program.file("feed.xml", crate::loopback::feed(&entries).replace(":00 GMT", " GMT"));
    program.done(&["import", &file]);
    let mut command = program.command(&["search", "", "--json"]);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn no_written_file_takes_the_place_of_the_archive_or_of_another_output() {
    let program = Program::new();
    program.with_report();
    let archive = program.data().join("chancery.sqlite").display().to_string();
    for call in [
        &["export", "", "-o", &archive][..],
        &["export", "", "-o", "x.csv", "--tags", &archive],
        &["state", "export", &archive],
        &["rule", "export", &archive],
        &["source", "export", &archive],
        &["topic", "export", &archive],
    ] {
        program.call(call).failed(2, &["chancery.sqlite", "choose another name"]);
    }
    assert!(!program.path("x.csv").exists());
    program.call(&["export", "", "-o", "x.csv", "--tags", "x.csv"]).failed(2, &["x.csv", "two files"]);
    assert_eq!(program.json(&["search", "", "--json"]).as_array().unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_passed_over() {
    let program = Program::new();
    let folder = program.path("press");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("a.txt"), "Statement on Mali\n\nThe ministry condemns the attack.").unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("p.txt")).status().unwrap();
    assert!(made.success());
    program.done(&["import", "press"]);
    assert_eq!(program.json(&["search", "", "--json"]).as_array().unwrap().len(), 1);
}
