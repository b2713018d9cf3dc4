//! Turns the words of the command line into raw arguments; each command validates its own.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::exit::Exit;
use super::session::Session;
use super::{
    build, check, clean, completions, doctor, explain, export, facts, guide, import, init, links, matrix, new,
    pictures, prints, schema, serve, services, translate,
};
use crate::pipeline::Failure;

/// Builds information portals for carers from Markdown and a directory of services.
///
/// Start with `fingerpost init my-portal`, then `fingerpost -C my-portal build`.
#[derive(Debug, Parser)]
#[command(
    name = "fingerpost",
    version,
    arg_required_else_help = true,
    subcommand_required = true,
    max_term_width = 100
)]
pub struct Raw {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// In the help these stand below what a command takes of its own.
const EVERYWHERE: &str = "With every command";

/// What every command takes.
#[derive(Args, Debug)]
pub struct Global {
    /// The portal's folder: the one that holds `content`
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true, help_heading = EVERYWHERE)]
    pub folder: PathBuf,
    /// How findings are shown: to people, as one line of JSON each, beside the lines of a GitHub pull request, or as a
    /// SARIF document for code scanning
    #[arg(long, value_enum, default_value_t = Format::Human, global = true, help_heading = EVERYWHERE)]
    pub format: Format,
    /// Whether messages have colours
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, help_heading = EVERYWHERE)]
    pub color: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Github,
    /// Only for tables.
    #[value(skip)]
    Csv,
    /// Only for tables.
    #[value(skip)]
    Html,
    Sarif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

macro_rules! commands {
    ($($name:ident $module:ident;)*) => {
        /// The commands; the help of each stands at its arguments.
        #[derive(Debug, Subcommand)]
        pub enum Command { $($name($module::Raw)),* }

        impl Command {
            /// # Errors
            /// What the outside world refused; an author's mistake is a finding and an `Exit`.
            pub fn run(self, session: &Session) -> Result<Exit, Failure> {
                match self { $(Self::$name(raw) => $module::run(&raw, session)),* }
            }
        }
    };
}

commands! {
    Init init;
    New new;
    Check check;
    Build build;
    Serve serve;
    Explain explain;
    Matrix matrix;
    Links links;
    Facts facts;
    Services services;
    Pictures pictures;
    Prints prints;
    Translate translate;
    Import import;
    Export export;
    Clean clean;
    Schema schema;
    Doctor doctor;
    Completions completions;
    Guide guide;
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Raw::command().debug_assert();
    }

    #[test]
    fn the_portals_folder_may_stand_before_or_after_the_command() {
        for words in [["fingerpost", "-C", "portal", "check"], ["fingerpost", "check", "-C", "portal"]] {
            assert_eq!(Raw::try_parse_from(words).unwrap().global.folder, PathBuf::from("portal"));
        }
    }
}
