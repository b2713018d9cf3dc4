//! Turns the English name of a language into its code and back: feeds name languages either way.

/// Languages that services in the United Kingdom speak most (census of 2021), and sign language.
const NAMES: [(&str, &str); 30] = [
    ("en", "English"),
    ("cy", "Welsh"),
    ("gd", "Scottish Gaelic"),
    ("ga", "Irish"),
    ("bfi", "British Sign Language"),
    ("pl", "Polish"),
    ("ro", "Romanian"),
    ("pa", "Punjabi"),
    ("ur", "Urdu"),
    ("pt", "Portuguese"),
    ("es", "Spanish"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("gu", "Gujarati"),
    ("it", "Italian"),
    ("ta", "Tamil"),
    ("fr", "French"),
    ("lt", "Lithuanian"),
    ("zh", "Chinese"),
    ("tr", "Turkish"),
    ("bg", "Bulgarian"),
    ("ru", "Russian"),
    ("fa", "Persian"),
    ("hu", "Hungarian"),
    ("el", "Greek"),
    ("so", "Somali"),
    ("ku", "Kurdish"),
    ("hi", "Hindi"),
    ("uk", "Ukrainian"),
    ("de", "German"),
];

/// The English name; none where the table does not have it.
pub fn name(code: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// The code of a language by either; `bsl` is what many write for British Sign Language.
pub fn code(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let code = if text.eq_ignore_ascii_case("bsl") { "bfi" } else { text };
    let known = NAMES.iter().find(|(known, name)| known.eq_ignore_ascii_case(code) || name.eq_ignore_ascii_case(code));
    known.map(|(code, _)| *code)
}
