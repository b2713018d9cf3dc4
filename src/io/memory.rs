//! Turns a map in memory into `Files` and `Target`, for tests.

pub struct MemoryFiles;
pub struct MemoryTarget;
