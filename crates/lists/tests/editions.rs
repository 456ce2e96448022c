//! Each format of each list, on files written for these tests: which list it is, what its entries are, what differs.

use chancery_lists::{Changes, Edition, FieldChange, List, Source, changes, read};

fn edition(files: &[&str]) -> Edition {
    let name = |number: usize| format!("file {number}");
    let sources = files.iter().enumerate();
    let sources = sources.map(|(number, text)| Source { name: name(number), bytes: text.as_bytes() });
    read(sources.collect()).expect("it is an edition")
}

fn differences(old: &str, new: &str) -> Changes {
    changes(&edition(&[old]), &edition(&[new]))
}

fn field(name: &str, old: Option<&str>, new: Option<&str>) -> FieldChange {
    FieldChange { field: name.to_owned(), old: old.map(str::to_owned), new: new.map(str::to_owned) }
}

fn un(entries: &str) -> String {
    format!(
        "<?xml version='1.0'?><CONSOLIDATED_LIST dateGenerated='2026-02-27'>{entries}</CONSOLIDATED_LIST>"
    )
}

const QUIST: &str = "<INDIVIDUALS><INDIVIDUAL><FIRST_NAME>ADA</FIRST_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>\
    <NATIONALITY><VALUE>Norway</VALUE></NATIONALITY>\
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>A. Quist &amp; sons &#x2013; one</ALIAS_NAME></INDIVIDUAL_ALIAS>\
    </INDIVIDUAL></INDIVIDUALS>";

#[test]
fn every_format_is_told_from_its_content() {
    let uk_csv = "Report Date: 08-Oct-2026\nUnique ID,Name 6,Address Line 1\nXXX0001,QUIST,1 High Street\nXXX0001,QUIST,2 Low Street\n";
    let eu_csv = "\u{feff}fileGenerationDate;Entity_EU_ReferenceNumber;NameAlias_WholeName\n08/10/2026;EU.1.1;Ada Quist\n08/10/2026;EU.1.1;A. Quist\n";
    for (text, list, uid, dated) in [
        (un(QUIST).as_str(), List::Un, "XXi.001", Some("2026-02-27")),
        (
            "<sdnList xmlns='http://tempuri.org/sdnList.xsd'><publshInformation><Publish_Date>03/28/2025</Publish_Date>\
             <Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>36</uid><lastName>QUIST</lastName>\
             <programList><program>CUBA</program></programList></sdnEntry></sdnList>",
            List::OfacSdn,
            "36",
            Some("03/28/2025"),
        ),
        (
            "<o:sdnList xmlns:o='https://example.org/XML'><o:sdnEntry><o:uid>9639</o:uid>\
             <o:programList><o:program>NS-PLC</o:program></o:programList></o:sdnEntry></o:sdnList>",
            List::OfacCons,
            "9639",
            None,
        ),
        (
            "<export generationDate='2026-04-07'><sanctionEntity euReferenceNumber='EU.1.1' logicalId='7'>\
             <nameAlias wholeName='Ada Quist'/></sanctionEntity></export>",
            List::Eu,
            "EU.1.1",
            Some("2026-04-07"),
        ),
        (eu_csv, List::Eu, "EU.1.1", Some("08/10/2026")),
        (
            "<Designations><DateGenerated>08/10/2026</DateGenerated><Designation><UniqueID>XXX0001</UniqueID></Designation></Designations>",
            List::Uk,
            "XXX0001",
            Some("08/10/2026"),
        ),
        (uk_csv, List::Uk, "XXX0001", Some("08-Oct-2026")),
        (
            "<swiss-sanctions-list date='2024-01-17'><target ssid='64398'><individual/></target></swiss-sanctions-list>",
            List::Ch,
            "64398",
            Some("2024-01-17"),
        ),
        (
            "<data-set><record><Country>Norway</Country><Schedule>1</Schedule><Item>2</Item></record></data-set>",
            List::Ca,
            "Norway; 1; 2",
            None,
        ),
        (
            "\"id\",\"schema\",\"name\"\n\"NK-1\",\"Person\",\"Ada Quist\"\n",
            List::OpenSanctions,
            "NK-1",
            None,
        ),
        (
            "{\"id\":\"NK-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ada Quist\"]}}\n",
            List::OpenSanctions,
            "NK-1",
            None,
        ),
        (
            "36,\"QUIST, Ada\",individual,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u{1a}",
            List::OfacSdn,
            "36",
            None,
        ),
    ] {
        let edition = edition(&[text]);
        let uids: Vec<&str> = edition.entries.keys().map(String::as_str).collect();
        assert_eq!((edition.list, uids, edition.dated.as_deref()), (list, vec![uid], dated), "{text}");
    }
}

#[test]
fn all_that_an_entry_says_is_kept() {
    let edition = edition(&[&un(QUIST)]);
    let quist = &edition.entries["XXi.001"];
    assert_eq!(quist.at(&["INDIVIDUAL_ALIAS", "ALIAS_NAME"]), Some("A. Quist & sons – one"));
    assert_eq!(quist.at(&["NATIONALITY", "VALUE"]), Some("Norway"));
}

#[test]
fn order_and_white_space_are_no_change() {
    let other = "<INDIVIDUALS><INDIVIDUAL>\n <INDIVIDUAL_ALIAS><ALIAS_NAME> A. Quist  &amp; sons\n– one</ALIAS_NAME><QUALITY>Good</QUALITY>\
        </INDIVIDUAL_ALIAS> <NATIONALITY><VALUE>Norway</VALUE></NATIONALITY><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>\
        <FIRST_NAME>ADA</FIRST_NAME></INDIVIDUAL></INDIVIDUALS>";
    let found = differences(&un(QUIST), &un(other));
    assert_eq!((found.added.len(), found.removed.len(), found.amended.len()), (0, 0, 0));
}

#[test]
fn an_entry_that_stands_twice_is_one() {
    let found = differences(&un(QUIST), &un(&QUIST.repeat(2)));
    assert_eq!(found.amended, []);
}

#[test]
fn entries_come_go_and_say_other_things_field_by_field() {
    let new = QUIST
        .replace("Norway", "Iceland")
        .replace("<FIRST_NAME>ADA</FIRST_NAME>", "<NEW_FIELD>x</NEW_FIELD>")
        + "<ENTITIES><ENTITY><REFERENCE_NUMBER>XXe.002</REFERENCE_NUMBER></ENTITY></ENTITIES>";
    let old = QUIST.to_owned()
        + "<ENTITIES><ENTITY><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER></ENTITY></ENTITIES>";
    let found = differences(&un(&old), &un(&new));
    assert_eq!(
        (found.list, found.added, found.removed),
        ("un", vec!["XXe.002".into()], vec!["XXe.001".into()])
    );
    assert_eq!(found.amended[0].uid, "XXi.001");
    assert_eq!(
        found.amended[0].fields,
        [
            field("FIRST_NAME", Some("ADA"), None),
            field("NATIONALITY/VALUE", Some("Norway"), Some("Iceland")),
            field("NEW_FIELD", None, Some("x")),
        ]
    );
}

#[test]
fn the_same_values_put_together_otherwise_are_a_change() {
    let entry = |one: &str, other: &str| {
        un(&format!(
            "<INDIVIDUAL><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>\
             <ALIAS><QUALITY>{one}</QUALITY><NAME>Ada</NAME></ALIAS><ALIAS><QUALITY>{other}</QUALITY><NAME>Bo</NAME></ALIAS></INDIVIDUAL>"
        ))
    };
    let found = differences(&entry("Good", "Low"), &entry("Low", "Good"));
    let fields = &found.amended[0].fields;
    assert!(fields.len() == 1 && fields[0].field == "ALIAS" && fields[0].old != fields[0].new, "{fields:?}");
}

#[test]
fn the_tables_of_one_edition_are_put_together() {
    let names = "36,QUIST,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n37,BO,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
    let aliases = "36,12,aka,ADA QUIST,-0- \n";
    let addresses = "36,25,1 High Street,Oslo,Norway,-0- \n37,26,-0- ,-0- ,Iceland,-0- \n";
    let comments = "36,born 1900.\n";
    let whole = edition(&[addresses, aliases, comments, names]);
    assert_eq!((whole.list, whole.entries.len()), (List::OfacSdn, 2));
    assert_eq!(whole.entries["36"].at(&["alias", "alt_name"]), Some("ADA QUIST"));
    assert_eq!(whole.entries["36"].at(&["address", "Country"]), Some("Norway"));
    assert_eq!(whole.entries["36"].at(&["comment", "comment"]), Some("born 1900."));
    let later = edition(&[names, &aliases.replace("ADA", "A.")]);
    let found = changes(&edition(&[names, aliases]), &later);
    assert_eq!(found.amended[0].fields, [field("alias/alt_name", Some("ADA QUIST"), Some("A. QUIST"))]);
}
