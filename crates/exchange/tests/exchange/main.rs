//! What is written for people is read back by other programs' means.

mod evidence_pack;
mod fixture;
mod lists;
mod state;
mod statements;
mod tags;
