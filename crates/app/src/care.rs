//! Care of the archive: copies, a look at its health, the user's own data in and out.

use std::path::Path;

use chancery_exchange::{PortableRule, STATE_VERSION, StatementState, UserState};
use chancery_store::{MarkChange, Numbers, Order};

use crate::rules::RuleOrder;
use crate::{App, AppError};

/// Statements whose tags are made anew between two looks at the archive.
const CHUNK: usize = 64;

/// What an import of the user's data brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateImported {
    /// Sources that are followed now and were not before.
    pub sources: u32,
    /// Rules that were added or changed.
    pub rules: u32,
    /// Statements whose marks were set.
    pub statements: u32,
    /// What could not be taken over, a sentence each.
    pub faults: Vec<String>,
}

impl App {
    /// The archive in numbers.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn numbers(&self) -> Result<Numbers, AppError> {
        self.archive().read(|reader| reader.numbers()).await
    }

    /// Reads the whole archive for damage; takes seconds on a large one.
    ///
    /// # Errors
    /// The archive is damaged; the sentence says so and what to do.
    pub async fn check_archive(&self) -> Result<(), AppError> {
        self.archive().read(|reader| reader.check()).await
    }

    /// Writes a whole copy of the archive to a file that does not exist yet.
    ///
    /// # Errors
    /// The file exists or cannot be written.
    pub async fn backup(&self, to: &Path) -> Result<(), AppError> {
        if to.exists() {
            let name = to.display();
            return Err(AppError::Refused(format!(
                "“{name}” exists already, and a backup overwrites nothing: choose another name."
            )));
        }
        let to = to.to_owned();
        self.archive().write(move |writer| writer.backup(&to)).await
    }

    /// Gathers what the user made: sources, rules, marks, settings.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn state(&self) -> Result<UserState, AppError> {
        let rows = self.find("is:read OR is:starred OR has:label OR has:note", Order::Newest).await?;
        let mut statements = Vec::new();
        for chunk in rows.chunks(CHUNK) {
            let marked = self.statements(chunk.to_vec()).await?;
            statements.extend(marked.iter().filter_map(StatementState::of));
        }
        let settings = serde_json::to_value(self.settings().await?);
        let settings = settings.map_err(|why| AppError::Payload { call: "settings", why })?;
        Ok(UserState {
            version: STATE_VERSION,
            sources: self.source_entries().await?,
            rules: self.rules().await?.iter().map(PortableRule::from).collect(),
            statements,
            screening_decisions: Vec::new(),
            settings: [("window".to_owned(), settings)].into(),
        })
    }

    /// Takes over what the user made elsewhere; what is here stays, a rule of the same name gets the other's query.
    ///
    /// # Errors
    /// The archive fails. What cannot be taken over is a sentence of the answer.
    pub async fn take_state(&self, state: UserState) -> Result<StateImported, AppError> {
        let mut taken = StateImported::default();
        self.take_sources(state.sources, &mut taken).await?;
        self.take_rules(state.rules, &mut taken).await?;
        for entry in state.statements {
            self.take_marks(entry, &mut taken).await?;
        }
        if let Some(settings) = state.settings.get("window").cloned() {
            match serde_json::from_value(settings) {
                Ok(settings) => drop(self.save_settings(settings).await?),
                Err(why) => taken.faults.push(format!("The settings cannot be read ({why}); yours stay.")),
            }
        }
        Ok(taken)
    }

    /// Adds rules, or changes those of the same name.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn take_rules(
        &self,
        rules: Vec<PortableRule>,
        taken: &mut StateImported,
    ) -> Result<(), AppError> {
        let known = self.rules().await?;
        for rule in rules {
            let id = known.iter().find(|old| old.name == rule.name).map(|old| old.id.clone());
            let order = RuleOrder {
                id,
                name: rule.name.clone(),
                query: rule.query,
                mode: rule.mode,
                muted_until: rule.muted_until,
            };
            match self.save_rule(order).await {
                Ok(_) => taken.rules += 1,
                Err(error) => taken.faults.push(format!("The rule “{}”: {error}", rule.name)),
            }
        }
        Ok(())
    }

    async fn take_marks(&self, entry: StatementState, taken: &mut StateImported) -> Result<(), AppError> {
        let found = match self.statement(&entry.statement_id, None).await {
            Ok(statement) => Some(statement),
            Err(_) => match &entry.url {
                Some(url) => self.statement_at(url).await.ok(),
                None => None,
            },
        };
        let Some(statement) = found else {
            taken
                .faults
                .push(format!("“{}” is not in this archive; its marks were passed over.", entry.title));
            return Ok(());
        };
        let change = MarkChange {
            read: Some(entry.read),
            starred: Some(entry.starred),
            labels: Some(entry.labels),
            note: Some(entry.note.unwrap_or_default()),
        };
        self.mark(vec![statement.id], change).await?;
        taken.statements += 1;
        Ok(())
    }
}
