use std::collections::HashMap;

use chancery_model::{Rule, RuleId, RuleMode, Span};
use chancery_text::{AnalysedQuery, analyse_query};
use chrono::{DateTime, Utc};

use crate::anchor::{Anchor, Asked};
use crate::document::Prepared;
use crate::lexicon::Lexicon;
use crate::vocabulary::Vocabulary;
use crate::{Compiled, Document, Language, QueryFault, check_rule};

/// All rules that are evaluated, led from what each needs at least, so that judging costs what a statement contains.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    version: i64,
    rules: Vec<(RuleId, Compiled)>,
    /// What all rules ask of words.
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    /// Rules that need a word which meets a position, by the position's number.
    by_position: Vec<Vec<usize>>,
    /// Rules that need this term of the tag column.
    by_tag: HashMap<String, Vec<usize>>,
    /// Rules that need nothing in particular.
    always: Vec<usize>,
}

impl RuleSet {
    /// Compiles rules; those that are off are left out, and those that cannot be understood are named with their fault.
    pub fn compile(rules: &[Rule], version: i64) -> (RuleSet, Vec<(RuleId, QueryFault)>) {
        Self::compile_in(rules, version, &Language::default())
    }

    /// Compiles rules that may name what a language takes.
    pub fn compile_in(
        rules: &[Rule],
        version: i64,
        language: &Language,
    ) -> (RuleSet, Vec<(RuleId, QueryFault)>) {
        let mut queries = Vec::new();
        let mut faults = Vec::new();
        for rule in rules.iter().filter(|rule| rule.mode != RuleMode::Off) {
            match language.parse(&rule.query).and_then(|parsed| check_rule(&parsed).map(|()| parsed)) {
                Ok(parsed) => queries.push((rule.id.clone(), analyse_query(&parsed.query))),
                Err(fault) => faults.push((rule.id.clone(), fault)),
            }
        }
        let asked = Asked::count(queries.iter().map(|(_, query)| query));
        let mut set = RuleSet { version, ..RuleSet::default() };
        queries.iter().for_each(|(id, query)| set.add(id, query, &asked));
        (set, faults)
    }

    fn add<'q>(&mut self, id: &RuleId, query: &'q AnalysedQuery, asked: &Asked<'q>) {
        let index = self.rules.len();
        match asked.anchors(query) {
            None => self.always.push(index),
            Some(anchors) => anchors.into_iter().for_each(|anchor| self.anchor(anchor, index)),
        }
        self.rules.push((id.clone(), self.vocabulary.compile(query)));
    }

    fn anchor(&mut self, anchor: Anchor<'_>, index: usize) {
        match anchor {
            Anchor::Tag(tag) => self.by_tag.entry(tag).or_default().push(index),
            Anchor::Word(position) => {
                let number = self.vocabulary.number(position) as usize;
                if number >= self.by_position.len() {
                    self.by_position.resize_with(number + 1, Vec::new);
                }
                self.by_position[number].push(index);
            }
        }
    }

    /// The version of the rules that it was compiled from.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// How many rules are evaluated.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether no rule is evaluated.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Returns the rules that match a statement with what they matched, in the order in which they were compiled.
    ///
    /// `changed` is none for a new statement. For a revised one it holds the stretches that are new or changed: a rule
    /// is judged on the whole and fires only when something that it matched overlaps one of them.
    pub fn judge(
        &self,
        document: &Document<'_>,
        changed: Option<&[Span]>,
        now: DateTime<Utc>,
    ) -> Vec<(RuleId, Vec<Span>)> {
        if self.is_empty() {
            return Vec::new();
        }
        let prepared = Prepared::new(document, &self.vocabulary, &self.lexicon);
        let rules = self.candidates(&prepared).into_iter().filter_map(|index| self.rules.get(index));
        let matches = rules.filter_map(|(id, query)| Some((id, prepared.evaluate(query, now)?)));
        let matches = matches.filter(|(_, spans)| changed.is_none_or(|changed| touches(spans, changed)));
        matches.map(|(id, spans)| (id.clone(), spans)).collect()
    }

    /// Returns the rules of which a document has what they need at least, in order.
    fn candidates(&self, document: &Prepared<'_>) -> Vec<usize> {
        let mut found = self.always.clone();
        found.extend(document.present().filter_map(|number| self.by_position.get(number as usize)).flatten());
        if !self.by_tag.is_empty() {
            let tags = document.document.facts.index_terms();
            found.extend(tags.iter().filter_map(|tag| self.by_tag.get(tag)).flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn touches(spans: &[Span], changed: &[Span]) -> bool {
    spans.iter().any(|span| changed.iter().any(|passage| passage.overlaps(span)))
}
