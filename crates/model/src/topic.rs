/// Every topic: its slug and its English name, in the order in which they are shown.
pub const TOPICS: &[(&str, &str)] = &[
    ("un-security-council", "UN Security Council"),
    ("sanctions", "Sanctions"),
    ("arms-transfers", "Arms transfers"),
    ("nuclear-nonproliferation", "Nuclear non-proliferation"),
    ("chemical-weapons", "Chemical weapons"),
    ("ballistic-missiles", "Ballistic missiles"),
    ("military-deployment", "Military deployment"),
    ("armed-conflict", "Armed conflict"),
    ("peace-negotiations", "Peace negotiations"),
    ("human-rights", "Human rights"),
    ("international-humanitarian-law", "International humanitarian law"),
    ("territorial-integrity", "Territorial integrity"),
    ("terrorism", "Terrorism"),
    ("cyber", "Cyber"),
    ("energy", "Energy"),
    ("trade-and-export-controls", "Trade and export controls"),
    ("humanitarian-aid", "Humanitarian aid"),
    ("elections-and-democracy", "Elections and democracy"),
    ("maritime-security", "Maritime security"),
    ("diplomatic-relations", "Diplomatic relations"),
    ("disinformation", "Disinformation"),
    ("migration", "Migration"),
    ("climate", "Climate"),
    ("space", "Space"),
    ("piracy", "Piracy"),
    ("crime-and-corruption", "Crime and corruption"),
];

/// Returns the slug of a topic given by slug or name, case and spaces not minded.
pub fn topic_slug(text: &str) -> Option<&'static str> {
    let wanted = text.trim().to_lowercase().replace([' ', '_'], "-");
    TOPICS
        .iter()
        .find(|(slug, name)| *slug == wanted || name.to_lowercase().replace(' ', "-") == wanted)
        .map(|(slug, _)| *slug)
}
