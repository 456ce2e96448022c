//! Names of countries.

use chancery_model::CountryCode;

/// Returns the code of the country that a name in any language of the table means, or that is a code already.
pub fn country_named(name: &str) -> Option<CountryCode> {
    name.trim().to_uppercase().parse().ok()
}

/// Returns the English name of a country.
pub fn country_name(_code: CountryCode) -> Option<&'static str> {
    None
}
