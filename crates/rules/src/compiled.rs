use chancery_model::{Field, Scope};

/// A query with numbers of a [`crate::vocabulary::Vocabulary`] in the place of words; else as the analysed one.
#[derive(Debug, Clone)]
pub(crate) enum Compiled {
    Everything,
    Nothing,
    And(Vec<Compiled>),
    Or(Vec<Compiled>),
    Not(Box<Compiled>),
    Sequence { positions: Vec<u32>, scope: Scope },
    Near { left: Vec<u32>, right: Vec<u32>, words: u8, scope: Scope },
    Field(Field),
}
