//! A step of the set-up at work.
use std::process::Command;

use anyhow::Result;

use crate::tools::{Workspace, run_long};

/// A step at work. Whatever it says begins with its name, because others speak at the same time.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// Where things are.
    pub ws: &'a Workspace,
    /// The word that begins each line.
    pub name: &'static str,
}

impl Step<'_> {
    /// Says something of it.
    pub fn say(&self, words: &str) {
        println!("  {:<13} {words}", self.name);
    }

    /// Runs a long program and tells from time to time how far it is.
    ///
    /// # Errors
    /// When it cannot be started or fails.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        let log = self.ws.state().join(format!("setup-{}.log", self.name));
        run_long(command, &log, |words| self.say(words))
    }
}
