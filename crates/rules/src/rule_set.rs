use std::collections::{BTreeSet, HashMap, HashSet};

use chancery_model::{Rule, RuleId, RuleMode, Span};
use chancery_text::{AnalysedQuery, analyse_query};
use chrono::{DateTime, Utc};

use crate::anchor::{Anchor, anchors};
use crate::{Document, Prepared, QueryFault, check_rule, parse};

/// All rules that are evaluated, led from what each needs at least, so that judging costs what a statement contains.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    version: i64,
    rules: Vec<(RuleId, AnalysedQuery)>,
    /// Rules that need a word which answers to this key.
    by_key: HashMap<String, Vec<usize>>,
    /// Rules that need a written form that begins so.
    by_beginning: HashMap<String, Vec<usize>>,
    /// The lengths in bytes of those beginnings.
    beginning_lengths: BTreeSet<usize>,
    /// Rules that need this term of the tag column.
    by_tag: HashMap<String, Vec<usize>>,
    /// Rules that need nothing in particular.
    always: Vec<usize>,
}

impl RuleSet {
    /// Compiles rules; those that are off are left out, and those that cannot be understood are named with their fault.
    pub fn compile(rules: &[Rule], version: i64) -> (RuleSet, Vec<(RuleId, QueryFault)>) {
        let mut set = RuleSet { version, ..RuleSet::default() };
        let mut faults = Vec::new();
        for rule in rules.iter().filter(|rule| rule.mode != RuleMode::Off) {
            match parse(&rule.query).and_then(|parsed| check_rule(&parsed).map(|()| parsed)) {
                Ok(parsed) => set.add(rule.id.clone(), analyse_query(&parsed.query)),
                Err(fault) => faults.push((rule.id.clone(), fault)),
            }
        }
        (set, faults)
    }

    fn add(&mut self, id: RuleId, query: AnalysedQuery) {
        let index = self.rules.len();
        match anchors(&query) {
            None => self.always.push(index),
            Some(anchors) => anchors.into_iter().for_each(|anchor| self.anchor(anchor, index)),
        }
        self.rules.push((id, query));
    }

    fn anchor(&mut self, anchor: Anchor, index: usize) {
        match anchor {
            Anchor::Key(key) => self.by_key.entry(key).or_default().push(index),
            Anchor::Tag(tag) => self.by_tag.entry(tag).or_default().push(index),
            Anchor::Beginning(beginning) => {
                self.beginning_lengths.insert(beginning.len());
                self.by_beginning.entry(beginning).or_default().push(index);
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
        let prepared = Prepared::new(document);
        let rules = self.candidates(&prepared).into_iter().filter_map(|index| self.rules.get(index));
        let matches = rules.filter_map(|(id, query)| Some((id.clone(), prepared.evaluate(query, now)?)));
        matches.filter(|(_, spans)| changed.is_none_or(|changed| touches(spans, changed))).collect()
    }

    /// Returns the rules of which a document has what they need at least, in order.
    fn candidates(&self, document: &Prepared<'_>) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = self.always.iter().copied().collect();
        found.extend(document.keys().filter_map(|key| self.by_key.get(key)).flatten());
        if !self.by_tag.is_empty() {
            let tags = document.document.facts.index_terms();
            found.extend(tags.iter().filter_map(|tag| self.by_tag.get(tag)).flatten());
        }
        if !self.by_beginning.is_empty() {
            let forms: HashSet<&str> = document.forms().collect();
            found.extend(forms.into_iter().flat_map(|form| self.beginning(form)));
        }
        found
    }

    /// Returns the rules that need a beginning which this form has.
    fn beginning<'s>(&'s self, form: &'s str) -> impl Iterator<Item = usize> + 's {
        let lengths = self.beginning_lengths.range(..=form.len());
        lengths.filter_map(move |&length| self.by_beginning.get(form.get(..length)?)).flatten().copied()
    }
}

fn touches(spans: &[Span], changed: &[Span]) -> bool {
    spans.iter().any(|span| changed.iter().any(|passage| passage.overlaps(span)))
}
