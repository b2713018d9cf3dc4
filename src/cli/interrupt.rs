//! Turns Ctrl-C into a flag that a build looks at between two outputs.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag::{register, register_conditional_shutdown};

use super::exit::Exit;
use crate::pipeline::Failure;

/// Whether somebody wants the run to end.
#[derive(Clone, Debug)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. The first Ctrl-C raises the flag, a second one ends the program at once, which is safe at
    /// any instant: the published folder is the old site or the new one.
    ///
    /// # Errors
    /// The system does not let us listen.
    pub fn listen() -> Result<Self, Failure> {
        let flag = Arc::new(AtomicBool::new(false));
        register_both(&flag)
            .map(|()| Self(flag))
            .map_err(|source| Failure::environment("Ctrl-C cannot be watched for", source))
    }

    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

fn register_both(flag: &Arc<AtomicBool>) -> io::Result<()> {
    for signal in [SIGINT, SIGTERM] {
        // The order matters: the shutdown looks at the flag as the signal before this one left it.
        register_conditional_shutdown(signal, Exit::Interrupted as i32, flag.clone())?;
        register(signal, flag.clone())?;
    }
    Ok(())
}
