//! Turns a build's progress into a bar, once it has taken a second and if somebody is looking.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt::Interrupt;
use crate::pipeline::Progress;

/// A build that is shorter needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Watches a build: shows how far it is, and passes on that it was interrupted.
pub struct Watch {
    /// Draws on a terminal's standard error only.
    bar: ProgressBar,
    started: Instant,
    interrupt: Interrupt,
}

impl Watch {
    pub fn new(interrupt: Interrupt) -> Self {
        let style = ProgressStyle::with_template("{bar:30} {human_pos} of {human_len}, {eta} left")
            .expect("the template is a constant that a test has tried");
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10)).with_style(style);
        Self { bar, started: Instant::now(), interrupt }
    }

    /// Takes the bar away and says how long the build took.
    pub fn finish(self) -> Duration {
        self.bar.finish_and_clear();
        self.started.elapsed()
    }
}

impl Progress for Watch {
    fn step(&self, done: usize, all: usize) {
        if self.started.elapsed() > PATIENCE {
            self.bar.set_length(all as u64);
            self.bar.set_position(done as u64);
        }
    }

    fn interrupted(&self) -> bool {
        self.interrupt.is_raised()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watch_can_be_made_and_follows_a_build() {
        let watch = Watch::new(Interrupt::listen().unwrap());
        watch.step(1, 2);
        assert!(!watch.interrupted());
        assert!(watch.finish() < PATIENCE);
    }
}
