//! Turns the program's start into a run of the command line.

fn main() -> std::process::ExitCode {
    fingerpost::cli::main()
}
