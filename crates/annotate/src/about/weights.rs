//! What speaks for a country being what a statement is about, and how much.

/// The features of one country in one document, each from 0 (does not hold) to 1, the counted ones as the logarithm to
/// base 2 of one more than the count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Features {
    /// The title names it, and it is not the issuer's own.
    pub title: f32,
    /// The title names a region that it lies in.
    pub region: f32,
    /// How far into the text it is first named, as a share of the text; one where only the title names it.
    pub late: f32,
    /// How often it is named, in lists less (counted).
    pub count: f32,
    /// How many sentences name it (counted).
    pub sentences: f32,
    /// How often an act of force or a word of blame stands beside it (counted).
    pub hostile: f32,
    /// The share of its mentions that are in passing: thanks, flags, crews, routes, envoys.
    pub aside: f32,
    /// The title names other countries or a region, and not it.
    pub untitled: f32,
    /// The title names the other party to a dispute with it, and an act of force or blame stands beside it.
    pub dispute: f32,
    /// It is the issuer's own country.
    pub own: f32,
    /// It is the issuer's own and the title names no other country.
    pub own_free: f32,
    /// It is the issuer's own and the other party to a dispute is named.
    pub own_dispute: f32,
}

/// The weights, fitted by logistic regression to labelled statements in fifteen languages and rounded; the fit held
/// when each language was left out in turn. The least score of a country that a statement is about is [`ABOUT`].
pub(super) const WEIGHTS: Features = Features {
    title: 2.2,
    region: 2.1,
    late: -4.2,
    count: 2.1,
    sentences: 0.9,
    hostile: 0.6,
    aside: -0.9,
    untitled: -1.2,
    dispute: 2.9,
    own: 1.7,
    own_free: 2.1,
    own_dispute: 1.9,
};

/// What every score begins with.
pub(super) const BASE: f32 = -3.6;

/// From this score on a statement is about a country.
pub(super) const ABOUT: f32 = -0.9;

/// Where no country reaches [`ABOUT`], the first of them counts from this score on: a statement that names countries is
/// seldom about none.
pub(super) const FIRST: f32 = -2.4;

impl Features {
    fn values(&self) -> [f32; 12] {
        [
            self.title,
            self.region,
            self.late,
            self.count,
            self.sentences,
            self.hostile,
            self.aside,
            self.untitled,
            self.dispute,
            self.own,
            self.own_free,
            self.own_dispute,
        ]
    }

    /// The score: the weighted sum.
    pub fn score(&self) -> f32 {
        let pairs = self.values().into_iter().zip(WEIGHTS.values());
        BASE + pairs.map(|(value, weight)| value * weight).sum::<f32>()
    }
}
