//! Turns words as they are written into what they are compared by: small letters, straight apostrophes.

/// Whether a word is `small` but for capitals and the shape of its apostrophe.
pub fn is(word: &str, small: &str) -> bool {
    // Small letters take as many bytes as capitals, in all languages that have words here. An apostrophe may be longer in the
    // word.
    if word.len() < small.len() || !may_begin_alike(word, small) {
        return false;
    }
    if word.is_ascii() && small.is_ascii() {
        return word.eq_ignore_ascii_case(small);
    }
    if word.len() > small.len() && !word.contains('’') {
        return false;
    }
    letters(word).eq(small.chars())
}

/// Whether a word may be another, which is in small letters, by what they begin with: most that are compared are not.
fn may_begin_alike(word: &str, other: &str) -> bool {
    // Scripts from Arabic to those of India and Thailand know no capitals.
    if matches!(word.as_bytes().first(), Some(0xD8..=0xE0)) {
        return word.chars().next() == other.chars().next();
    }
    let mut ascii = word.bytes().zip(other.bytes()).take_while(|(written, _)| written.is_ascii());
    ascii.all(|(written, small)| written.to_ascii_lowercase() == small)
}

pub fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|small| is(word, small))
}

/// What a word is replaced by in a table of pairs.
pub fn replacement<'a>(word: &str, table: &[(&'a str, &'a str)]) -> Option<&'a str> {
    table.iter().find(|(small, _)| is(word, small)).map(|(_, instead)| *instead)
}

/// Writes a word in small letters into `into`, which it empties first.
pub fn lower<'a>(word: &str, into: &'a mut String) -> &'a str {
    into.clear();
    if word.is_ascii() {
        into.push_str(word);
        into.make_ascii_lowercase();
    } else {
        into.extend(letters(word));
    }
    into
}

fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// Whether a word has letters, all of them capitals.
pub fn is_capitals(word: &str) -> bool {
    // Most words have a small letter near their beginning.
    if word.bytes().take(2).any(|b| b.is_ascii_lowercase()) {
        return false;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Whether a word is a number of I, V and X.
pub fn is_roman(word: &str) -> bool {
    const NUMBERS: [&str; 18] = [
        "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",
        "XX", "XXI",
    ];
    NUMBERS.contains(&word)
}

/// Whether a word is an address of the web or of mail.
pub fn is_address(word: &str) -> bool {
    let has_dot = word.contains('.');
    word.contains("://") || (has_dot && (word.contains('@') || word.contains('/') || word.starts_with("www.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_may_begin_alike() {
        for c in (0..=0x2_0000).filter_map(char::from_u32) {
            let (word, small) = (c.to_string(), letters(&c.to_string()).collect::<String>());
            assert!(may_begin_alike(&word, &small), "{c:?}");
        }
        assert!(!is("Here", "there") && !is("کار", "یہاں") && !is("", "a") && !is("a", "") && is("", ""));
    }
}
