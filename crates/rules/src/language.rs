use std::ops::Range;

use chancery_model::TOPICS;

use crate::complete::{self, Completion};
use crate::parse::{Parsed, parse_in};
use crate::toggle::toggle_in;
use crate::{QueryFault, nearest};

/// The query language with the names that it takes: those of the program, and the topics that the user made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Language {
    own_topics: Vec<(String, String)>,
}

impl Language {
    /// Takes the user's topics too, each a slug and a name.
    pub fn with_topics(own: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { own_topics: own.into_iter().collect() }
    }

    /// Reads a query; the empty one matches every statement.
    ///
    /// # Errors
    /// The first fault, with its place and what to do.
    pub fn parse(&self, source: &str) -> Result<Parsed, QueryFault> {
        parse_in(source, self)
    }

    /// Lists what could stand at a place, as [`crate::complete`] does.
    pub fn complete(&self, source: &str, at: usize) -> Vec<Completion> {
        complete::complete_in(source, at, self)
    }

    /// Adds a term or takes it out, as [`crate::toggle`] does.
    ///
    /// # Errors
    /// The fault of the query as typed, or of the term when the field does not take the value.
    pub fn toggle(
        &self,
        source: &str,
        field: &str,
        value: &str,
        exclude: bool,
    ) -> Result<String, QueryFault> {
        toggle_in(source, (field, value), exclude, self)
    }

    /// Every topic that can be asked for, as slug and name.
    pub fn topics(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.own_topics.iter().map(|(slug, name)| (slug.as_str(), name.as_str()));
        TOPICS.iter().copied().chain(own)
    }

    /// The slug of a topic of the user's own, from what its index term says: its letters and digits.
    pub fn topic_of_term(&self, bare: &str) -> Option<&str> {
        let letters = |slug: &str| slug.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        self.own_topics.iter().map(|(slug, _)| slug.as_str()).find(|slug| letters(slug) == bare)
    }

    /// Reads a topic by its slug or name, in any case.
    pub(crate) fn read_topic(&self, text: &str, at: Range<usize>) -> Result<&str, QueryFault> {
        let wanted = text.trim().to_lowercase().replace([' ', '_'], "-");
        let is_meant = |(slug, name): &(&str, &str)| {
            slug.to_lowercase() == wanted || name.to_lowercase().replace(' ', "-") == wanted
        };
        let found = self.topics().find(is_meant).map(|(slug, _)| slug);
        found.ok_or_else(|| self.no_topic(text, &wanted, at))
    }

    fn no_topic(&self, text: &str, wanted: &str, at: Range<usize>) -> QueryFault {
        let fault = QueryFault::new(at, format!("There is no topic “{text}”."));
        let slugs: Vec<&str> = self.topics().map(|(slug, _)| slug).collect();
        match nearest::nearest_or_containing(wanted, &slugs) {
            Some(slug) => fault.hinted(format!("Did you mean topic:{slug}?")),
            None => fault
                .hinted("The topics stand in the list at the left of the window; one is topic:sanctions."),
        }
    }
}

#[cfg(test)]
mod tests {
    use chancery_model::{Field, Query};

    use super::*;

    fn asked(language: &Language, query: &str) -> Result<Query, QueryFault> {
        language.parse(query).map(|parsed| parsed.query)
    }

    #[test]
    fn the_users_topics_are_asked_for_as_the_programs_are() {
        let own = Language::with_topics([("grain".to_owned(), "Grain exports".to_owned())]);
        let grain = Ok(Query::Field(Field::Topic("grain".to_owned())));
        assert_eq!(asked(&own, "topic:grain"), grain);
        assert_eq!(asked(&own, "topic:\"grain Exports\""), grain);
        assert!(asked(&own, "topic:sanctions").is_ok());
        assert!(asked(&Language::default(), "topic:grain").is_err());
        let hint = asked(&own, "topic:grian").expect_err("a slip of the hand").hint;
        assert_eq!(hint.as_deref(), Some("Did you mean topic:grain?"));
    }

    #[test]
    fn the_users_topics_are_offered_and_toggled() {
        let own = Language::with_topics([("grain".to_owned(), "Grain exports".to_owned())]);
        assert_eq!(own.complete("topic:gr", 8)[0].insert, "grain");
        assert_eq!(own.toggle("troops", "topic", "grain", false).as_deref(), Ok("troops topic:grain"));
        assert!(crate::toggle("troops", "topic", "grain", false).is_err());
    }
}
