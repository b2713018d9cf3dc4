//! Turns what every command takes into what every command needs: the folder, the day and a way to speak.

use std::path::PathBuf;

use jiff::civil::Date;

use super::args::Global;
use super::choice::usage;
use super::console::Console;
use crate::io::{DiskFiles, Files, Scaffold};
use crate::pipeline::Failure;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    pub folder: PathBuf,
    pub today: Date,
    /// The user's home folder, which is never published into.
    pub home: Option<PathBuf>,
    pub console: Console,
}

impl Session {
    pub fn new(global: &Global, today: Date) -> Self {
        Self { folder: global.folder.clone(), today, home: std::env::home_dir(), console: Console::new(global) }
    }

    /// A run in the folder where the tests run, without a home folder.
    #[cfg(test)]
    pub fn for_tests(today: Date) -> Self {
        let global =
            Global { folder: ".".into(), format: super::args::Format::Human, color: super::args::Colour::Never };
        Self { home: None, ..Self::new(&global, today) }
    }

    /// The portal's files, to read.
    ///
    /// # Errors
    /// There is no portal in the folder.
    pub fn files(&self) -> Result<Box<dyn Files>, Failure> {
        self.portal()?;
        match DiskFiles::new(&self.folder) {
            Ok(files) => Ok(Box::new(files)),
            Err(error) => Err(Failure::environment("the portal's folder cannot be read", error)),
        }
    }

    /// A path of the portal as seen from the folder that the person is in.
    pub fn shown(&self, path: &str) -> String {
        let whole = self.folder.join(path);
        let short = whole.strip_prefix(".").unwrap_or(&whole);
        if short.as_os_str().is_empty() { ".".to_owned() } else { short.display().to_string() }
    }

    /// The portal's folder, to add files.
    ///
    /// # Errors
    /// There is no portal in the folder.
    pub fn portal(&self) -> Result<Scaffold, Failure> {
        let scaffold = Scaffold::new(&self.folder);
        match scaffold.has("content/portal.yaml") {
            Ok(true) => Ok(scaffold),
            Ok(false) => Err(usage(
                format!("there is no portal in `{}`: it holds no `content/portal.yaml`", self.folder.display()),
                "name the portal's folder with `-C`, or begin one with `fingerpost init my-portal`",
            )),
            Err(source) => Err(Failure::environment("the portal's folder cannot be read", source)),
        }
    }
}
