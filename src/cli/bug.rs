//! Turns a panic into a plain message that asks for a report.

use std::io::Write as _;
use std::panic::PanicHookInfo;

/// From now on a panic is told in words that an editor can act on.
pub fn announce_panics() {
    std::panic::set_hook(Box::new(|panic| {
        // A panic may have its cause in the very stream we write to; there is nobody left to tell about that.
        let _unheard = anstream::stderr().write_all(message(panic).as_bytes());
    }));
}

fn message(panic: &PanicHookInfo<'_>) -> String {
    let reason = panic.payload_as_str().unwrap_or("no reason given");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    format!(
        "\nfingerpost has a bug and has to stop. It is not your mistake, and the site published before is whole.\n\
         Please report it to the makers of Fingerpost with these lines, and say what you had just changed:\n\n  \
         fingerpost {} on {} {}\n  {place}\n  {reason}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}
