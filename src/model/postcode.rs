//! Turns a postcode as an editor writes it into its usual form.

use std::fmt;

/// A postcode of the United Kingdom in capitals with one space: `LE16 7ZZ`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

impl Postcode {
    /// Reads a postcode in capitals or not, with a space or not (BS 7666; Royal Mail, Programmers' Guide to PAF).
    ///
    /// # Errors
    /// Says what a postcode looks like, after the first `: `.
    pub fn new(text: &str) -> Result<Self, String> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let good = bare.is_ascii() && (5..=7).contains(&bare.len()) && {
            let (outward, inward) = bare.split_at(bare.len() - 3);
            is_outward(outward) && is_inward(inward)
        };
        if good {
            let (outward, inward) = bare.split_at(bare.len() - 3);
            Ok(Self(format!("{outward} {inward}")))
        } else {
            Err(format!("`{text}` is not a postcode: write it like `LE16 7ZZ`"))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One or two letters, then a digit and perhaps a digit or letter.
fn is_outward(code: &str) -> bool {
    if code == "GIR" {
        return true;
    }
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &code.as_bytes()[letters..];
    let area_ok = matches!(letters, 1 | 2) && !matches!(code.as_bytes()[0], b'Q' | b'V' | b'X');
    area_ok
        && match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, last] => digit.is_ascii_digit() && last.is_ascii_alphanumeric(),
            _ => false,
        }
}

/// A digit and two letters that cannot be mistaken for others.
fn is_inward(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes[0].is_ascii_digit()
        && bytes[1..].iter().all(|b| b.is_ascii_uppercase() && !matches!(b, b'C' | b'I' | b'K' | b'M' | b'O' | b'V'))
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_have_one_form() {
        for (text, postcode) in [
            ("LE16 7ZZ", "LE16 7ZZ"),
            ("le167zz", "LE16 7ZZ"),
            ("m1 1ae", "M1 1AE"),
            ("EC1A 1BB", "EC1A 1BB"),
            ("W1A 0AX", "W1A 0AX"),
            ("GIR 0AA", "GIR 0AA"),
        ] {
            assert_eq!(Postcode::new(text).unwrap().as_str(), postcode);
        }
        for text in ["", "LE16", "LE16 7ZC", "LEI6 7ZZ", "Q1 1AA", "LE16 ZZZ", "12345", "LE166 7ZZ", "éE1 1AA"] {
            assert!(Postcode::new(text).is_err(), "{text}");
        }
    }
}
