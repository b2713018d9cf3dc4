//! Turns Welsh words into the forms that they take beside other words: `a` or `ac`, and the soft mutation.

use crate::model::Language;

pub(super) fn is_welsh(language: Language) -> bool {
    language.as_str() == "cy" || language.as_str().starts_with("cy-")
}

/// `te, llaeth a siwgr`, `te ac afal`. CLDR joins with `a(c)`, which is for programs that do not know the rule.
///
/// `a` would also change the first letter of c, p and t (`te a choffi`); the items here are names, which keep theirs.
pub(super) fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} {} {last}", rest.join(", "), and_before(last)),
    }
}

/// `ac` before a vowel, `a` before anything else (Peter Wynn Thomas, *Gramadeg y Gymraeg*). The letter `w` is a
/// consonant before l, n and r (`Wrecsam`); `i` takes `ac` either way.
fn and_before(word: &str) -> &'static str {
    let mut letters = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    match (letters.next(), letters.next()) {
        (Some('w' | 'ŵ'), Some('l' | 'n' | 'r')) => "a",
        (Some(first), _) if "aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü".contains(first) => "ac",
        _ => "a",
    }
}

/// The soft mutation of the first letter: `dydd` -> `ddydd`, `Caerdydd` -> `Gaerdydd`, `gwaith` -> `waith`.
///
/// Invisible marks before the first letter stay where they are; a digraph that does not change (`ch`, `dd`, `ff`, `ng`,
/// `ph`, `th`) is left alone.
pub(super) fn soften(text: &str) -> String {
    let start = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (marks, word) = text.split_at(start);
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return text.to_owned() };
    let second = letters.clone().next().map(|c| c.to_ascii_lowercase());
    let (soft, rest) = match (first.to_ascii_lowercase(), second) {
        ('c' | 'p' | 't', Some('h')) | ('d', Some('d')) => return text.to_owned(),
        ('p', _) => ("b", letters.as_str()),
        ('t', _) => ("d", letters.as_str()),
        ('c', _) => ("g", letters.as_str()),
        ('b' | 'm', _) => ("f", letters.as_str()),
        ('d', _) => ("dd", letters.as_str()),
        ('g', _) => ("", letters.as_str()),
        ('l', Some('l')) => ("l", &letters.as_str()[1..]),
        ('r', Some('h')) => ("r", &letters.as_str()[1..]),
        _ => return text.to_owned(),
    };
    let changed = format!("{soft}{rest}");
    let changed = if first.is_uppercase() { capital(&changed) } else { changed };
    format!("{marks}{changed}")
}

/// The text with its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_with_a_or_ac() {
        let cases: [(&[&str], &str); 8] = [
            (&[], ""),
            (&["Cymraeg"], "Cymraeg"),
            (&["te", "coffi"], "te a coffi"),
            (&["Cymraeg", "Saesneg"], "Cymraeg a Saesneg"),
            (&["Pwyleg", "Arabeg"], "Pwyleg ac Arabeg"),
            (&["Conwy", "Gwynedd", "Ynys Môn"], "Conwy, Gwynedd ac Ynys Môn"),
            (&["Sir y Fflint", "Wrecsam"], "Sir y Fflint a Wrecsam"),
            (&["dydd Llun", "dydd Mercher"], "dydd Llun a dydd Mercher"),
        ];
        for (items, expected) in cases {
            assert_eq!(list(items), expected);
        }
    }

    #[test]
    fn softens_the_first_letter() {
        let cases = [
            ("dydd Llun", "ddydd Llun"),
            ("Caerdydd", "Gaerdydd"),
            ("Pwllheli", "Bwllheli"),
            ("Tregaron", "Dregaron"),
            ("Gwynedd", "Wynedd"),
            ("bws", "fws"),
            ("mis", "fis"),
            ("Llandudno", "Landudno"),
            ("rhestr", "restr"),
            ("\u{2068}dydd Iau\u{2069}", "\u{2068}ddydd Iau\u{2069}"),
            ("Cheltenham", "Cheltenham"),
            ("ddoe", "ddoe"),
            ("Abertawe", "Abertawe"),
            ("9am", "9am"),
            ("", ""),
        ];
        for (word, expected) in cases {
            assert_eq!(soften(word), expected);
        }
    }
}
