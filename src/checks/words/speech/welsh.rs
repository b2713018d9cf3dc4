//! Turns Welsh into what the rules on words look for.
//!
//! `A` is "and" as often as "who", so it joins nothing here. Left out because they are the grammar of the language:
//! contractions (`mae'r`, `i'w`) and double negatives (`ni ... ddim`). `Dau` and `dwy` are found, `y ddau` ("both") is
//! not; `un` also means "one" as a pronoun. The passive with `cael` looks like "to get your", so it is not guessed. No
//! formula of readability has been tested for Welsh.

use super::{Clock, NONE, Speech};

pub static SPEECH: Speech = Speech {
    tag: "cy",
    joins: &["ac", "neu", "ond", "achos", "oherwydd", "felly", "tra"],
    numbers: &[
        ("dau", "2"),
        ("dwy", "2"),
        ("tri", "3"),
        ("tair", "3"),
        ("dri", "3"),
        ("dair", "3"),
        ("pedwar", "4"),
        ("pedair", "4"),
        ("bedwar", "4"),
        ("bedair", "4"),
        ("pump", "5"),
        ("bump", "5"),
        ("chwech", "6"),
        ("saith", "7"),
        ("wyth", "8"),
        ("naw", "9"),
        ("deg", "10"),
        ("ddeg", "10"),
        ("ugain", "20"),
        ("cant", "100"),
        ("mil", "1,000"),
    ],
    percent: &["canran"],
    clock: Clock::Twelve,
    abbreviations: &[
        ("e.e", "er enghraifft"),
        ("h.y", "hynny yw"),
        ("ayyb", "ac yn y blaen"),
        ("ayb", "ac yn y blaen"),
        ("eg", "er enghraifft"),
        ("e.g", "er enghraifft"),
        ("ie", "hynny yw"),
        ("etc", "ac yn y blaen"),
    ],
    vague_links: &[
        "cliciwch yma",
        "clicio yma",
        "yma",
        "hwn",
        "hon",
        "y ddolen hon",
        "dolen",
        "mwy",
        "rhagor",
        "darllen mwy",
        "darllenwch fwy",
        "dysgu mwy",
        "rhagor o wybodaeth",
        "mwy o wybodaeth",
        "manylion",
        "gwefan",
        "lawrlwytho",
    ],
    ..NONE
};
