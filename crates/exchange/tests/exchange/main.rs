//! What is written for people is read back by other programs' means.

#![allow(clippy::unwrap_used)] // Also outside the test functions: a fixture that fails is a failed test.

mod evidence_pack;
mod fixture;
mod lists;
mod state;
mod statements;
mod tags;
