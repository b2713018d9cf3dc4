//! Turns a block of the source into the short hash that translations name it by.

/// Makes hashes; it keeps one buffer for all blocks of a text.
#[derive(Default)]
pub struct BlockHasher {
    words: String,
}

impl BlockHasher {
    /// The first 8 hexadecimal digits of the blake3 hash of `text`, in which any run of white space counts as one space
    /// and none at the ends: to wrap lines anew does not make a translation stale.
    pub fn hash(&mut self, text: &str) -> String {
        self.words.clear();
        for word in text.split_ascii_whitespace() {
            if !self.words.is_empty() {
                self.words.push(' ');
            }
            self.words.push_str(word);
        }
        let [a, b, c, d, ..] = *blake3::hash(self.words.as_bytes()).as_bytes();
        format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
    }
}
