//! Turns a word into the number of its syllables, as its letters tell it.
//!
//! English does not write its syllables: the rules below count as the Carnegie Mellon Pronouncing Dictionary does for
//! most words, and are off by one for nearly all others. Polish has one syllable for each vowel letter, and an `i`
//! before another vowel only softens the consonant before it.

use std::cell::Cell;

use crate::checks::words::speech::Formula;

/// The syllables of words that were met before: texts say most of their words again and again. One word takes the place
/// of another, so that it never grows.
#[derive(Debug)]
pub struct Known(Vec<Cell<(u128, u8)>>);

const SLOTS: usize = 4096;
/// Longer words are counted each time.
const LONGEST: usize = 14;

impl Default for Known {
    fn default() -> Self {
        Self(vec![Cell::new((0, 0)); SLOTS])
    }
}

impl Known {
    /// The syllables of a word as a formula counts them.
    pub fn count(&self, formula: Formula, word: &str) -> usize {
        if word.len() > LONGEST {
            return count(formula, word);
        }
        let mut bytes = [0; 16];
        bytes[..word.len()].copy_from_slice(word.as_bytes());
        // No two words of two languages share these: neither has a zero inside.
        bytes[15] = 1 + formula as u8;
        let key = u128::from_le_bytes(bytes);
        let mixed = ((key as u64) ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let slot = &self.0[(mixed >> 52) as usize % SLOTS];
        let (known, syllables) = slot.get();
        if known == key {
            return usize::from(syllables);
        }
        let syllables = count(formula, word);
        slot.set((key, u8::try_from(syllables).expect("a short word has few syllables")));
        syllables
    }
}

fn count(formula: Formula, word: &str) -> usize {
    match formula {
        Formula::FleschKincaid => english(word),
        Formula::PolishFog => polish(word),
    }
}

/// The syllables of an English word; at least 1. `well-known` is counted part by part, `NHS` letter by letter.
pub fn english(word: &str) -> usize {
    word.split(['-', '.', '/']).map(english_part).sum::<usize>().max(1)
}

/// The syllables of a Polish word; at least 1.
pub fn polish(word: &str) -> usize {
    let mut count: usize = 0;
    let mut after_i = false;
    for c in word.chars().flat_map(char::to_lowercase) {
        let vowel = matches!(c, 'a' | 'ą' | 'e' | 'ę' | 'i' | 'o' | 'ó' | 'u' | 'y');
        count += usize::from(vowel && !after_i);
        after_i = c == 'i';
    }
    count.max(1)
}

/// The bytes of a word, which may be looked up beyond its ends.
struct Letters<'a>(&'a [u8]);

impl Letters<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    /// A letter in small; 0 outside of the word.
    fn at(&self, position: usize) -> u8 {
        self.0.get(position).map_or(0, u8::to_ascii_lowercase)
    }

    /// The letter so far from the end, which is 1.
    fn last(&self, position: usize) -> u8 {
        self.0.len().checked_sub(position).map_or(0, |at| self.at(at))
    }

    fn ends(&self, piece: &str) -> bool {
        let start = self.0.len().checked_sub(piece.len());
        start.is_some_and(|start| self.0[start..].eq_ignore_ascii_case(piece.as_bytes()))
    }

    fn begins(&self, piece: &str) -> bool {
        self.0.get(..piece.len()).is_some_and(|part| part.eq_ignore_ascii_case(piece.as_bytes()))
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_lowercase() && !is_vowel(letter)
}

fn english_part(part: &str) -> usize {
    let part = part.strip_suffix("'s").or_else(|| part.strip_suffix("’s")).unwrap_or(part);
    let word = Letters(part.as_bytes());
    if word.len() <= 4 && part.bytes().all(|b| b.is_ascii_uppercase()) && word.len() > 1 {
        return word.len();
    }
    if word.len() <= 2 {
        return usize::from(word.len() > 0);
    }
    let spoken = groups(&word) + (0..word.len()).filter(|&at| parts_vowels(&word, at)).count() + added(&word);
    spoken.saturating_sub(silent(&word)).max(1)
}

/// Runs of vowels.
fn groups(word: &Letters<'_>) -> usize {
    let vowel = |at: usize| is_vowel(word.at(at)) && !(at == 0 && word.at(0) == b'y');
    (0..word.len()).filter(|&at| vowel(at) && (at == 0 || !vowel(at - 1))).count()
}

/// Whether the vowel at `at` and the one after it are said one by one.
fn parts_vowels(word: &Letters<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(0, |before| word.at(before));
    let [this, next, third, fourth] = [0, 1, 2, 3].map(|step| word.at(at + step));
    let before_before = at.checked_sub(2).map_or(0, |before| word.at(before));
    match (this, next) {
        (b'i', b'a') => match before {
            b'c' | b't' => !matches!(third, b'l' | b'n'),
            b'l' | b'n' | b's' => false,
            _ => true,
        },
        (b'i', b'o') => {
            let glides = matches!(before, b't' | b's' | b'c' | b'g' | b'x') && matches!(third, b'n' | b'u');
            let hushes = before == b'h' && before_before == b's';
            !(glides || hushes || matches!(before, b'l' | b'n'))
        }
        (b'i', b'u') | (b'y', b'i') => true,
        (b'i', b'e') => {
            let is_ence = third == b'n' && matches!(fourth, b'c' | b't') && !matches!(before, b't' | b'c');
            let is_ier = third == b'r' && fourth == 0 && word.len() > 4;
            let is_iest = third == b's' && fourth == b't' && word.len() > 5;
            is_ence || third == b't' || is_ier || is_iest
        }
        (b'e', b'o') => !matches!(third, b'p' | b'u'),
        (b'u', b'a') => !matches!(before, b'q' | b'g'),
        (b'e' | b'o', b'i') => third == b'n' && fourth == b'g',
        (b'u', b'i') => third == b't' && fourth == b'y',
        (b'o', b'e') => third == b't',
        (b'e', b'a') => {
            let is_creat = third == b't' && before == b'r' && before_before == b'c';
            let is_idea = (third == 0 || third == b's' && fourth == 0)
                && word.len() > 3
                && !matches!(before, b's' | b't' | b'l' | b'p');
            is_creat || is_idea
        }
        (b'e', b'u') => third == b'm',
        _ => false,
    }
}

/// Syllables that no vowel of their own writes, and `y` between vowels.
fn added(word: &Letters<'_>) -> usize {
    let glide = |at: &usize| word.at(*at) == b'y' && is_vowel(word.at(at - 1)) && is_vowel(word.at(at + 1));
    // `played` and `eyes` end in a silent `e`.
    let is_said =
        |at: &usize| word.at(at + 1) != b'i' && !(word.at(at + 1) == b'e' && at + 3 >= word.len() && !word.ends("r"));
    let glides = (1..word.len()).filter(glide).filter(is_said).count();
    glides + usize::from(["sm", "sms", "maybe", "yone"].iter().any(|ending| word.ends(ending)))
}

/// Vowels that are written and not said.
fn silent(word: &Letters<'_>) -> usize {
    let is_hard = |letter| is_consonant(letter) && letter != b'l';
    const ENDINGS: [&str; 12] =
        ["ely", "eful", "eless", "eness", "ement", "ements", "etime", "etimes", "efully", "eback", "ework", "etown"];
    const STARTS: [&str; 6] = ["some", "there", "where", "home", "base", "face"];
    let ending = ENDINGS.iter().any(|ending| word.ends(ending) && is_hard(word.last(ending.len() + 1)));
    let start = STARTS
        .iter()
        .any(|start| word.begins(start) && word.len() > start.len() + 1 && is_consonant(word.at(start.len())));
    let start = start || word.ends("someone");
    let every = word.begins("every") && word.len() > 5;
    usize::from(silent_end(word))
        + usize::from(ending || start)
        + usize::from(every || word.ends("ically"))
        + usize::from(word.begins("busi"))
}

/// Whether the `e` of the last syllable is not said: `care`, `cares`, `cared`, `unique`.
fn silent_end(word: &Letters<'_>) -> bool {
    let last = |position| word.last(position);
    if last(1) == b'e' {
        let is_que = last(2) == b'u' && (last(3) == b'q' || last(3) == b'g' && is_vowel(last(4)));
        // `little` and `centre` say it.
        let is_said = matches!(last(2), b'l' | b'r') && is_consonant(last(3)) && last(3) != last(2);
        return is_que || (is_consonant(last(2)) && !is_said);
    }
    let before = last(3);
    if word.len() < 4 || last(2) != b'e' || !is_consonant(before) {
        return false;
    }
    let is_said = matches!(before, b'l' | b'r') && is_consonant(last(4)) && last(4) != before;
    match last(1) {
        b's' => {
            let hisses =
                matches!(before, b's' | b'x' | b'z' | b'c' | b'g') || before == b'h' && matches!(last(4), b'c' | b's');
            !(hisses || is_said)
        }
        b'd' => !(matches!(before, b't' | b'd') || is_said),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_that_people_say() {
        let words = |count: usize, list: &str| {
            for word in list.split(' ') {
                assert_eq!(english(word), count, "{word}");
            }
        };
        words(1, "a the care cared cares help league friend");
        words(2, "carer table little centre hundred client player someone business UK well-known nation");
        words(3, "assessment family area video idea everything earlier");
        words(4, "experience information experienced");
    }

    #[test]
    fn a_word_that_is_known_has_the_syllables_that_it_has() {
        let known = Known::default();
        let words: Vec<String> = include_str!("../everyday/en.txt").lines().map(str::to_uppercase).collect();
        let twice = words.iter().chain(&words).flat_map(|word| [word.clone(), word.to_lowercase()]);
        for word in twice.chain(["".into(), "a-word-that-is-long".into(), "ĄĘ".into()]) {
            assert_eq!(known.count(Formula::FleschKincaid, &word), english(&word), "{word}");
            assert_eq!(known.count(Formula::PolishFog, &word), polish(&word), "{word}");
        }
    }

    #[test]
    fn polish_vowels_are_syllables() {
        for (word, count) in [("opiekun", 3), ("mieć", 1), ("niebezpieczeństwo", 5), ("źdźbło", 1), ("w", 1)] {
            assert_eq!(polish(word), count, "{word}");
        }
    }
}
