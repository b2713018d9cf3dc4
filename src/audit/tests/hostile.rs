//! Turns HTML that nobody wrote for people into an outcome all the same.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::{Unreadable, audit, is_plain};

/// A page with something of everything.
const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=utf-8><title>Rést &amp; care</title>\
    <style>@media (min-width: 2em) { a:not(.b)::after, p > .c { color: rgb(1 2 3 / 50%); background: url('x') } }</style>\
    </head><body><table><tr><th scope=col>A<td headers=x>1</table><ul role=menu><li role=none><a href=x>é</ul>\
    <svg role=img><title>t</title><foreignObject><p>u</p></foreignObject></svg><template><p>v</template>\
    <details><summary>s</summary></details><select><option selected>o</select><label for=i>ل</label><input id=i>\
    <iframe srcdoc=\"<a href='/'>x</a>\"></iframe><p style=\"color:#777;font-size:1.2em\" aria-label=\"n\">w<script>\
    if (a < b) {}</script><math><mi>x</mi></math><b><i>crossed</b></i><plaintext>end";

#[test]
fn a_page_cut_off_anywhere_is_audited() {
    for end in (0..=PAGE.len()).filter(|&end| PAGE.is_char_boundary(end)) {
        audit(&PAGE[..end], &[]).unwrap();
        is_plain(&PAGE[..end]);
    }
}

#[test]
fn nesting_and_repetition_end_in_time() {
    let begun = Instant::now();
    assert_eq!(audit(&"<div>".repeat(10_000_000), &[]).unwrap_err(), Unreadable::TooDeep);
    assert_eq!(audit(&"<br>".repeat(600_000), &[]).unwrap_err(), Unreadable::TooMany);
    let bold: String = (0..1_000).map(|number| format!("<p><b a={number}>")).collect();
    assert_eq!(audit(&bold, &[]).unwrap_err(), Unreadable::TooDeep);
    audit(&format!("{}{}", "<span>".repeat(400), "</div>".repeat(5_000)), &[]).unwrap();
    let attributes = format!("<p {}>", (0..20_000).map(|number| format!("a{number} ")).collect::<String>());
    audit(&attributes, &[]).unwrap();
    let owned = (0..200).map(|number| format!("<p id=a{number} role=list aria-owns='a{0} a{0} a{0}'>", number + 1));
    audit(&owned.collect::<String>(), &[]).unwrap();
    let labels: String = (0..300).map(|n| format!("<a href=x id=l{n} aria-labelledby='l{0} l{0}'>", n + 1)).collect();
    audit(&labels, &[]).unwrap();
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

fn pieces() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = PAGE.split_inclusive(['<', '>', '=', ' ', '"']).collect();
    prop::collection::vec(prop::sample::select(words), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_is_audited(text in "\\PC*") {
        audit(&text, &[&text]).unwrap();
        is_plain(&text);
    }

    #[test]
    fn any_order_of_pieces_is_audited(text in pieces()) {
        audit(&text, &[&text]).unwrap();
    }

    #[test]
    fn what_is_plain_has_no_fault(text in pieces()) {
        if is_plain(&text) {
            prop_assert_eq!(super::super::faults_of_piece(&text).len(), 0, "{}", text);
        }
    }
}
