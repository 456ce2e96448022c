//! No bytes make the reader panic; an edition differs from itself in nothing, in whatever order it is written.

use chancery_lists::{Source, changes, read};
use proptest::prelude::*;

fn edition(bytes: &[u8]) -> Result<chancery_lists::Edition, chancery_lists::ListFault> {
    read(vec![Source { name: "it".to_owned(), bytes }])
}

const PIECES: &[&str] = &[
    "<CONSOLIDATED_LIST>",
    "<INDIVIDUAL>",
    "</INDIVIDUAL>",
    "<REFERENCE_NUMBER>",
    "</REFERENCE_NUMBER>",
    "</CONSOLIDATED_LIST>",
    "<sdnList>",
    "<uid a='1' b=\"&amp;\">",
    "&#0;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "36,\"a\",",
    "-0- ,",
    "\n",
    "\u{1a}",
    "Unique ID,x\n",
    "{\"id\":",
    "\"é\"}",
    "\u{feff}",
    "text",
];

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = edition(&bytes);
    }

    #[test]
    fn no_pieces_make_it_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        if let Ok(edition) = edition(pieces.concat().as_bytes()) {
            let same = changes(&edition, &edition);
            prop_assert!(same.added.is_empty() && same.removed.is_empty() && same.amended.is_empty());
        }
    }

    #[test]
    fn an_amended_entry_names_what_differs(
        old in prop::collection::vec(("[ab]", "[xyz ]{0,3}"), 0..5),
        new in prop::collection::vec(("[ab]", "[xyz ]{0,3}"), 0..5),
    ) {
        let text = |fields: &[(String, String)]| {
            let fields = fields.iter().map(|(name, value)| format!("<{name}><v>{value}</v></{name}>"));
            let fields: String = fields.collect();
            format!("<sdnList><sdnEntry><uid>1</uid>{fields}</sdnEntry></sdnList>")
        };
        let (was, is) = (edition(text(&old).as_bytes()), edition(text(&new).as_bytes()));
        let found = changes(&was.expect("an edition"), &is.expect("an edition"));
        let sorted = |fields: &[(String, String)]| {
            let words = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut fields: Vec<_> = fields.iter().map(|(name, value)| (name.clone(), words(value))).collect();
            fields.sort();
            fields
        };
        prop_assert_eq!(found.amended.is_empty(), sorted(&old) == sorted(&new));
        prop_assert!(found.amended.iter().all(|amended| !amended.fields.is_empty()));
    }
}
