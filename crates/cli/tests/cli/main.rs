//! The program as it is called: arguments in; standard output, standard error, exit code and files out.

#![allow(clippy::unwrap_used)] // Also outside the test functions: a fixture that fails is a failed test.

mod any_line;
mod bad_input;
mod batch;
mod collecting;
mod evidence;
mod generating;
mod keeping;
mod loopback;
mod official;
mod program;
mod serving;
mod state;
