//! Turns a telephone number as an editor writes it into one that can be dialled.

use std::fmt;

/// A number of the United Kingdom: `01632 960123`, `+44 1632 960123`, or a short one such as `999` and `116 123`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// As dialled at home: from 0, or a short number.
    digits: String,
}

impl Phone {
    /// Checks a number that an editor wrote (Ofcom, National Telephone Numbering Plan).
    ///
    /// # Errors
    /// Says how a number is written, after the first `: `.
    pub fn new(text: &str) -> Result<Self, String> {
        let bare: String =
            text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '‑' | '(' | ')' | '.')).collect();
        let home = match bare.strip_prefix("+44").or_else(|| bare.strip_prefix("0044")) {
            Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
            None => bare,
        };
        // 18001 in front of a number calls it through Relay UK.
        let called = home.strip_prefix("18001").filter(|rest| !rest.is_empty()).unwrap_or(&home);
        let is_short = (3..=6).contains(&called.len()) && !called.starts_with('0');
        let length_ok =
            called.len() == 11 || called.len() == 10 && (called.starts_with("01") || called.starts_with("080"));
        let is_long = length_ok
            && called.starts_with('0')
            && matches!(called.as_bytes()[1], b'1' | b'2' | b'3' | b'5' | b'7' | b'8' | b'9');
        // Childline and NHS Direct kept numbers of the old plan.
        let is_old = matches!(called, "08001111" | "08454647");
        if called.bytes().all(|b| b.is_ascii_digit()) && (is_short || is_long || is_old) {
            Ok(Self { digits: home })
        } else {
            Err(format!(
                "`{text}` is not a telephone number: write one number, like `01632 960123`, and put words in the note"
            ))
        }
    }

    /// The digits to dial inside the country.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The number for links and feeds: `+441632960123`; a short number has no other form (RFC 3966).
    pub fn international(&self) -> String {
        match self.digits.strip_prefix('0') {
            Some(rest) => format!("+44{rest}"),
            None => self.digits.clone(),
        }
    }

    /// Whether a call costs more than one to a landline, by its first digits (Ofcom: 084, 087, 09, 118).
    pub fn is_premium(&self) -> bool {
        ["084", "087", "09", "118"].iter().any(|prefix| self.digits.starts_with(prefix)) && self.digits != "08454647"
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_ways_people_write_them() {
        for (text, digits, international) in [
            ("01632 960123", "01632960123", "+441632960123"),
            ("(01632) 960-123", "01632960123", "+441632960123"),
            ("+44 1632 960123", "01632960123", "+441632960123"),
            ("+44 (0)1632 960123", "01632960123", "+441632960123"),
            ("0800 1111", "08001111", "+448001111"),
            ("116 123", "116123", "116123"),
            ("999", "999", "999"),
            ("18001 01632 960123", "1800101632960123", "1800101632960123"),
        ] {
            let phone = Phone::new(text).unwrap();
            assert_eq!((phone.digits(), phone.international().as_str()), (digits, international), "{text}");
        }
        for text in [
            "",
            "0",
            "01632",
            "01632 9601",
            "020 7946 095",
            "01632 9601234",
            "0632 960123",
            "1632 960123",
            "01632 960123 ext 4",
            "call us",
            "+1 202 555 0100",
        ] {
            assert!(Phone::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dear_numbers_are_known() {
        for (text, premium) in [
            ("0845 960 1234", true),
            ("0906 960 1234", true),
            ("118 500", true),
            ("0808 157 0100", false),
            ("0300 123 4567", false),
        ] {
            assert_eq!(Phone::new(text).unwrap().is_premium(), premium, "{text}");
        }
    }
}
