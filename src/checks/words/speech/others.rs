//! Turns Urdu, Bengali and Panjabi into what the rules on words look for: signs of per cent, and links that say nothing.

use super::{NONE, Speech};

pub static URDU: Speech = Speech {
    tag: "ur",
    percent: &["فیصد", "فی صد"],
    vague_links: &["یہاں کلک کریں", "یہاں", "کلک کریں", "مزید", "مزید پڑھیں", "مزید معلومات", "یہ لنک", "لنک"],
    ..NONE
};

pub static BENGALI: Speech = Speech {
    tag: "bn",
    percent: &["শতাংশ"],
    vague_links: &["এখানে ক্লিক করুন", "এখানে", "ক্লিক করুন", "আরও", "আরও পড়ুন", "আরও তথ্য", "এই লিঙ্ক", "লিঙ্ক"],
    ..NONE
};

pub static PANJABI: Speech = Speech {
    tag: "pa",
    percent: &["ਫ਼ੀਸਦੀ", "ਪ੍ਰਤੀਸ਼ਤ"],
    vague_links: &["ਇੱਥੇ ਕਲਿੱਕ ਕਰੋ", "ਇੱਥੇ", "ਕਲਿੱਕ ਕਰੋ", "ਹੋਰ", "ਹੋਰ ਪੜ੍ਹੋ", "ਹੋਰ ਜਾਣਕਾਰੀ", "ਇਹ ਲਿੰਕ", "ਲਿੰਕ"],
    ..NONE
};
