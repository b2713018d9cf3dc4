//! What every page brings with it.

use borsh::{BorshDeserialize, BorshSerialize};

/// The files of a theme that a page brings, in bytes as they travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Luggage {
    pub css: usize,
    /// Of the kind of page that brings most.
    pub script: usize,
    pub fonts: usize,
}
