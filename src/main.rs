//! Turns the program's start into a run of the command line.

/// Pages are made of many small strings on many threads, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    fingerpost::cli::main()
}
