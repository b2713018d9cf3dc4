//! Turns the commands and their arguments into a script by which a shell completes them.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::args;
use super::exit::Exit;
use super::session::Session;
use crate::pipeline::Failure;

/// Writes what a shell needs to complete commands and arguments
///
/// bash: fingerpost completions bash > ~/.local/share/bash-completion/completions/fingerpost
/// zsh: fingerpost completions zsh > _fingerpost, in a folder of `$fpath`
/// fish: fingerpost completions fish > ~/.config/fish/completions/fingerpost.fish
/// PowerShell: fingerpost completions powershell >> $PROFILE
#[derive(Args, Debug)]
#[command(verbatim_doc_comment)]
pub struct Raw {
    /// The shell that you type commands into
    shell: Shell,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(raw.shell, &mut args::Raw::command(), "fingerpost", &mut script);
    session.console.data(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Exit::Done)
}
