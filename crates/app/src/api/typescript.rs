//! Writes the door's types for the window.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

/// Collects declarations, each type once, and the table of calls.
pub(super) struct Declarations {
    config: Config,
    types: BTreeMap<String, String>,
    calls: String,
}

impl Default for Declarations {
    fn default() -> Self {
        let config = Config::new().with_large_int("number");
        Self { config, types: BTreeMap::new(), calls: String::new() }
    }
}

impl Declarations {
    /// Adds a type with everything that it is made of.
    pub(super) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.types.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.types.insert(name, format!("{docs}export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    /// Adds a row to the table of calls.
    pub(super) fn call<I: TS, O: TS>(&mut self, name: &str) {
        let unit = |type_name: String| if type_name == "null" { "null".to_owned() } else { type_name };
        let (input, output) = (unit(I::name(&self.config)), unit(O::name(&self.config)));
        self.calls.push_str(&format!("  {name}: {{ input: {input}; output: {output} }};\n"));
    }

    /// Returns the whole file.
    pub(super) fn finish(self) -> String {
        let types: Vec<String> = self.types.into_values().collect();
        format!(
            "// Made from crates/app/src/api by `cargo test -p chancery-app --features ts`; do not edit.\n\n{}\n\n\
             /** Every call of the door: what goes in and what comes out. */\nexport interface Calls {{\n{}}}\n",
            types.join("\n\n"),
            self.calls
        )
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}
