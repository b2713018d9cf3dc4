//! Turns Polish into what the rules on words look for.
//!
//! Left out because they are the grammar of the language: double negatives (`nikt nie`), and commas before every clause,
//! which tell nothing of how many ideas a sentence has.

use super::{Formula, NONE, Speech};

pub static SPEECH: Speech = Speech {
    tag: "pl",
    numbers: &[
        ("dwa", "2"),
        ("dwie", "2"),
        ("dwóch", "2"),
        ("trzy", "3"),
        ("trzech", "3"),
        ("cztery", "4"),
        ("czterech", "4"),
        ("pięć", "5"),
        ("pięciu", "5"),
        ("sześć", "6"),
        ("siedem", "7"),
        ("osiem", "8"),
        ("dziewięć", "9"),
        ("dziesięć", "10"),
        ("dwadzieścia", "20"),
        ("sto", "100"),
        ("tysiąc", "1000"),
    ],
    percent: &["procent", "proc"],
    abbreviations: &[
        ("np", "na przykład"),
        ("tzn", "to znaczy"),
        ("tj", "to jest"),
        ("m.in", "między innymi"),
        ("itd", "i tak dalej"),
        ("itp", "i tym podobne"),
        ("ok", "około"),
    ],
    vague_links: &[
        "kliknij tutaj",
        "kliknij",
        "tutaj",
        "tu",
        "link",
        "ten link",
        "więcej",
        "czytaj więcej",
        "dowiedz się więcej",
        "więcej informacji",
        "szczegóły",
        "strona",
        "pobierz",
    ],
    formula: Some(Formula::PolishFog),
    ..NONE
};
