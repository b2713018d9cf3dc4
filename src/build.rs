//! Turns the program's sources into one number, by which a build knows what another program remembered.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "cargo reads what a build script prints"
)]

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What the program is made of, from the package's folder.
const PARTS: [&str; 5] = ["Cargo.toml", "Cargo.lock", "locales", "src", "themes"];

fn main() -> io::Result<()> {
    let mut files = BTreeMap::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        read(Path::new(part), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    let settings = env::vars().filter(|(name, _)| name.starts_with("CARGO_CFG_") || name.starts_with("CARGO_FEATURE_"));
    settings.collect::<BTreeMap<_, _>>().hash(&mut hasher);
    ["RUSTC", "TARGET", "PROFILE", "OPT_LEVEL"].map(|name| env::var(name).unwrap_or_default()).hash(&mut hasher);
    println!("cargo::rustc-env=FINGERPOST_PROGRAM={:016x}", hasher.finish());
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        // Tables for all languages hold 70,000 addresses. Fixed when the program is linked, they need not be filled in
        // at each start, which was a tenth of a build in which nothing changed.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    Ok(())
}

fn is(name: &str, value: &str) -> bool {
    env::var(name).is_ok_and(|found| found == value)
}

fn read(path: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> io::Result<()> {
    if !path.is_dir() {
        // What a package leaves out, such as a lock file, is not part of the program.
        match fs::read(path) {
            Ok(bytes) => drop(files.insert(path.to_owned(), bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        read(&entry?.path(), files)?;
    }
    Ok(())
}
