//! Turns the program's start into a run of the command line.

/// Pages are made of many small strings on many threads, which the system's allocator is slow at.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    fingerpost::cli::main()
}
