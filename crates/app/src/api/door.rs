//! The macro that makes the router, the list of names and the TypeScript table from one table of calls.

/// Declares the calls of the door: `name(Input) -> Output = module`; the handler is `module::name`.
macro_rules! commands {
    ($($name:ident($input:ty) -> $output:ty = $module:ident;)*) => {
        /// The names of all calls, in the order of the table.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Runs the call of this name.
        pub(crate) async fn dispatch(
            caller: &Caller<'_>,
            name: &str,
            payload: serde_json::Value,
        ) -> Result<serde_json::Value, AppError> {
            match name {
                $(stringify!($name) => {
                    let input: $input = serde_json::from_value(payload)
                        .map_err(|why| AppError::Payload { call: stringify!($name), why })?;
                    let output: $output = $module::$name(caller, input).await?;
                    serde_json::to_value(output).map_err(|why| AppError::Payload { call: stringify!($name), why })
                })*
                other => Err(AppError::NoSuchCall(other.to_owned())),
            }
        }

        /// Writes the types and the table of calls as TypeScript.
        #[cfg(feature = "ts")]
        pub fn typescript() -> String {
            let mut writer = typescript::Declarations::default();
            $(writer.add::<$input>(); writer.add::<$output>();)*
            writer.add::<types::Change>();
            writer.add::<types::Fault>();
            $(writer.call::<$input, $output>(stringify!($name));)*
            writer.finish()
        }
    };
}

pub(crate) use commands;
