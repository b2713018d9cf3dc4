//! Turns a telephone number as an editor wrote it into the ways to show and to dial it.

/// Relay UK: dialled before the number of a person who is to be called by text.
const RELAY: &str = "18001";

/// A British telephone number, or a short one such as `111`. Groups are those of Ofcom's National Telephone Numbering
/// Plan: `01632 960100`, `020 7946 0000`, `0113 496 0000`, `07700 900123`, `0808 157 0000`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    relayed: bool,
    /// Begins with 0, unless the number is a short one.
    digits: String,
}

/// The ways of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub national: String,
    pub tel: String,
}

impl Said {
    /// Of a number as an editor wrote it.
    pub fn of(text: &str) -> Self {
        Self { national: national(text), tel: tel(text) }
    }
}

/// A number as it is shown: `01632 960100`. A text that is no British number stays as it is.
pub fn national(text: &str) -> String {
    Phone::parse(text).map_or_else(|_| text.trim().to_owned(), |phone| phone.national())
}

/// A number as it stands in a `tel:` address: `+441632960100`; short numbers (`111`) as they are.
pub fn tel(text: &str) -> String {
    let digits = || text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    Phone::parse(text).map_or_else(|_| digits(), |phone| phone.tel())
}

impl Phone {
    /// Reads `01632 960100`, `(01632) 960 100`, `+44 1632 960100`, `+44 (0)1632 960100`, `18001 01632 960100` or `111`.
    ///
    /// # Errors
    /// Says in plain words what a telephone number looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let plain = text.strip_prefix('+').unwrap_or(text);
        let well_written = plain.chars().all(|c| c.is_ascii_digit() || " ()-.\u{a0}\u{202f}".contains(c));
        let all: String = text.chars().filter(char::is_ascii_digit).collect();
        let (relayed, number) = match all.strip_prefix(RELAY) {
            Some(number) if number.len() > 1 => (true, number),
            _ => (false, all.as_str()),
        };
        let digits =
            if plain.len() < text.len() || number.starts_with("00") { from_abroad(number) } else { number.to_owned() };
        if well_written && (is_national(&digits) || is_short(&digits)) {
            Ok(Self { relayed, digits })
        } else {
            Err(format!(
                "`{text}` is not a telephone number: write one number, like `01632 960100` or `111`, and put words in the note"
            ))
        }
    }

    /// The digits to dial inside the country, without Relay UK's.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Whether a call costs more than one to a landline, by its first digits (Ofcom: 084, 087, 09, 118).
    pub fn is_premium(&self) -> bool {
        // NHS Direct kept its number of the old plan.
        ["084", "087", "09", "118"].iter().any(|prefix| self.digits.starts_with(prefix)) && self.digits != "08454647"
    }

    /// `01632 960100`, `18001 01632 960100`, `116 123`.
    pub fn national(&self) -> String {
        let number = grouped(&self.digits);
        if self.relayed { format!("{RELAY} {number}") } else { number }
    }

    /// `+441632960100`. Short and relayed numbers can be dialled only inside the country, as they are.
    pub fn tel(&self) -> String {
        match self.digits.strip_prefix('0') {
            _ if self.relayed => format!("{RELAY}{}", self.digits),
            Some(rest) => format!("+44{rest}"),
            None => self.digits.clone(),
        }
    }
}

/// `441632960100`, `00441632960100` and `4401632960100` are `01632960100`; nothing for other countries.
fn from_abroad(digits: &str) -> String {
    let digits = digits.trim_start_matches("00");
    digits.strip_prefix("44").map_or_else(String::new, |rest| format!("0{}", rest.strip_prefix('0').unwrap_or(rest)))
}

/// A number of the usual eleven digits; ten where an area or freephone still has short ones; eight for a few helplines
/// (`0800 1111`). A dropped digit is the commonest mistake, so ten digits are not let through everywhere.
fn is_national(digits: &str) -> bool {
    match digits.len() {
        11 => digits.starts_with('0') && digits.as_bytes().get(1).copied().is_some_and(|b| b"1235789".contains(&b)),
        10 => {
            digits.starts_with("0800")
                || digits.starts_with("0500")
                || SHORT_AREAS.iter().any(|area| digits.starts_with(area))
        }
        8 => digits.starts_with("0800") || digits.starts_with("0845"),
        _ => false,
    }
}

/// Areas with some numbers of five digits (Ofcom, National Telephone Numbering Plan, "4+5").
const SHORT_AREAS: [&str; 40] = [
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404", "01420",
    "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629", "01635", "01647",
    "01659", "01695", "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905", "01935",
    "01946", "01949", "01963", "01995",
];

/// `111`, `116123`, and numbers for text messages such as `85258`.
fn is_short(digits: &str) -> bool {
    (3..=6).contains(&digits.len()) && !digits.starts_with('0')
}

fn grouped(digits: &str) -> String {
    let (code, middle) = match digits.as_bytes() {
        [b'1', b'1', b'6', _, _, _] => (3, 0),
        [b'0', b'2', ..] if digits.len() == 11 => (3, 4),
        [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] | [b'0', b'3' | b'8' | b'9', ..] if digits.len() == 11 => {
            (4, 3)
        }
        [b'0', b'3' | b'5' | b'8' | b'9', ..] => (4, 0),
        [b'0', ..] => (5, 0),
        _ => return digits.to_owned(),
    };
    let (code, rest) = digits.split_at(code);
    let (middle, last) = rest.split_at(middle);
    [code, middle, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_and_dialled() {
        let cases = [
            ("01632 960100", "01632 960100", "+441632960100"),
            ("01632960100", "01632 960100", "+441632960100"),
            ("(01632) 960 100", "01632 960100", "+441632960100"),
            ("+44 1632 960100", "01632 960100", "+441632960100"),
            ("+44 (0)1632 960100", "01632 960100", "+441632960100"),
            ("0044 1632 960100", "01632 960100", "+441632960100"),
            ("020 7946 0000", "020 7946 0000", "+442079460000"),
            ("0113-496-0000", "0113 496 0000", "+441134960000"),
            ("0141 496 0000", "0141 496 0000", "+441414960000"),
            ("07700 900123", "07700 900123", "+447700900123"),
            ("0808 157 0000", "0808 157 0000", "+448081570000"),
            ("0300 123 1053", "0300 123 1053", "+443001231053"),
            ("0800 1111", "0800 1111", "+448001111"),
            ("01204 96010", "01204 96010", "+44120496010"),
            ("0800 123456", "0800 123456", "+44800123456"),
            ("111", "111", "111"),
            ("999", "999", "999"),
            ("116123", "116 123", "116123"),
            ("85258", "85258", "85258"),
            ("18001 01632 960100", "18001 01632 960100", "1800101632960100"),
        ];
        for (written, shown, dialled) in cases {
            assert_eq!((national(written), tel(written)), (shown.to_owned(), dialled.to_owned()), "{written}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "call us", "01632 96010", "0632 960100", "+33 1 23 45 67 89", "01632 960100 ext 5", "11"] {
            assert!(Phone::parse(text).is_err(), "{text}");
        }
        assert_eq!(national("01632 960100 ext 5"), "01632 960100 ext 5");
    }
}
