//! Turns bytes into hashes: one that tells what is the same, and one that is shown in names.

use std::fmt;
use std::io::{self, Read};

use twox_hash::XxHash3_128;

/// An xxh3 hash of 128 bits. Content with the same hash is the same content: all of it is the portal's own, so that a
/// hash which withstands forgers would only cost ten times as much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// How many hexadecimal digits a whole hash has.
    pub const DIGITS: usize = 32;

    pub fn of(bytes: &[u8]) -> Self {
        Self(XxHash3_128::oneshot(bytes).to_be_bytes())
    }

    /// The first `chars` hexadecimal digits, at most `DIGITS`.
    pub fn hex(&self, chars: usize) -> String {
        let mut hex = String::with_capacity(Self::DIGITS);
        for byte in self.0 {
            for digit in [byte >> 4, byte & 15] {
                hex.push(char::from_digit(digit.into(), 16).expect("four bits are one digit"));
            }
        }
        hex.truncate(chars);
        hex
    }

    /// The hash with these hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        if hex.len() != Self::DIGITS || !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut hash = [0; 16];
        for (byte, at) in hash.iter_mut().zip((0..Self::DIGITS).step_by(2)) {
            *byte = u8::from_str_radix(&hex[at..at + 2], 16).expect("both are hexadecimal digits");
        }
        Some(Self(hash))
    }
}

impl serde::Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.hex(Self::DIGITS).serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Self::from_hex(&digits).ok_or_else(|| serde::de::Error::custom("a hash has 32 hexadecimal digits"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex(12))
    }
}

/// Hashes content piece by piece. Values that Rust can hash go in through `std::hash::Hasher`.
pub struct Hasher(XxHash3_128);

impl Default for Hasher {
    fn default() -> Self {
        Self(XxHash3_128::new())
    }
}

impl Hasher {
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    pub fn hash(&self) -> Hash {
        Hash(self.0.finish_128().to_be_bytes())
    }
}

impl std::hash::Hasher for Hasher {
    fn write(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn finish(&self) -> u64 {
        unreachable!("the whole hash is read instead")
    }
}

/// Passes bytes on and hashes them, so that a large file is read once and never held.
pub struct HashingReader<R> {
    inner: R,
    hasher: Hasher,
    len: u64,
}

impl<R: Read> HashingReader<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, hasher: Hasher::default(), len: 0 }
    }

    /// The hash and the number of the bytes that were read.
    pub fn finish(&self) -> (Hash, u64) {
        (self.hasher.hash(), self.len)
    }
}

impl<R: Read> Read for HashingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.inner.read(buffer)?;
        self.hasher.update(&buffer[..len]);
        self.len += len as u64;
        Ok(len)
    }
}

/// The first 8 hexadecimal digits of the blake3 hash of `bytes`: what the names of assets and images end in, so that a
/// browser may keep them for ever.
pub fn fingerprint_of(bytes: &[u8]) -> String {
    let [a, b, c, d, ..] = *blake3::hash(bytes).as_bytes();
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hash_like_the_whole() {
        let text = "abc".repeat(1000);
        let mut hasher = Hasher::default();
        text.as_bytes().chunks(7).for_each(|piece| hasher.update(piece));
        assert_eq!(hasher.hash(), Hash::of(text.as_bytes()));
        let mut reader = HashingReader::new(text.as_bytes());
        assert_eq!(io::copy(&mut reader, &mut io::sink()).unwrap(), 3000);
        assert_eq!(reader.finish(), (Hash::of(text.as_bytes()), 3000));
    }
}
