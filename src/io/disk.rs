//! Turns a folder on disk into `Files` and `Target`: the only module that touches the file system.

pub struct DiskFiles;
pub struct DiskTarget;
