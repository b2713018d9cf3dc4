//! Turns interface strings and CLDR data into the words of each language.

#[derive(Debug)]
pub struct Words;
