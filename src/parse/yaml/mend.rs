//! Turns a node with mistakes into all of them, by taking out what is wrong and reading again.

use serde::de::DeserializeOwned;

use super::mistake::{Mistake, Wrong};
use super::reader::{Reader, STAND_INS};
use super::tree::{Entry, Kind, Node, State};

/// How often one record is read at most; nobody mends more mistakes in one go.
const ROUNDS: usize = 200;

/// Reads `node` until nothing is wrong with what is left of it. A removed node stays in the tree, marked, so that the
/// paths of earlier mistakes still hold.
pub fn mend<T: DeserializeOwned>(node: &mut Node) -> (Option<T>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut complete = true;
    for _ in 0..ROUNDS {
        let mistake = match T::deserialize(Reader(node)) {
            Ok(value) => return (complete.then_some(value), mistakes),
            Err(mistake) => mistake,
        };
        complete &= !matches!(mistake.wrong, Wrong::Missing(_));
        let known = concerns_stand_in(node, &mistake);
        let goes_on = take_out(node, &mistake);
        if !known {
            mistakes.push(mistake);
        }
        if !goes_on {
            break;
        }
    }
    (None, mistakes)
}

/// Whether the mistake is about something that was already found missing or wrong.
fn concerns_stand_in(node: &mut Node, mistake: &Mistake) -> bool {
    let stand_in = |node: &Node| matches!(node.state, State::StandIn(_));
    let path = mistake.path();
    if (0..=path.len()).any(|depth| stand_in(node.at_mut(&path[..depth]))) {
        return true;
    }
    match (&mistake.wrong, &node.at_mut(&path).kind) {
        (Wrong::Missing(key), Kind::Map(entries)) => entries.iter().any(|entry| entry.key.name() == *key),
        _ => false,
    }
}

/// Takes out what is wrong, or lets something stand in for what is missing; whether that can be done.
fn take_out(node: &mut Node, mistake: &Mistake) -> bool {
    let path = mistake.path();
    let wrong = node.at_mut(&path);
    if let Wrong::Missing(key) = mistake.wrong {
        return supply(wrong, key);
    }
    match wrong.state {
        State::StandIn(nth) if nth + 1 < STAND_INS.len() => wrong.state = State::StandIn(nth + 1),
        State::StandIn(_) => return false,
        _ if path.is_empty() => return false,
        _ => wrong.state = State::Removed,
    }
    true
}

/// Gives a map an entry that it lacks. A blank value is an empty map, which lacks all of its entries.
fn supply(map: &mut Node, key: &str) -> bool {
    let at = map.span.start;
    if let Kind::Scalar { .. } = map.kind {
        map.kind = Kind::Map(Vec::new());
    }
    let Kind::Map(entries) = &mut map.kind else { return false };
    let named = Node { span: at..at, kind: Kind::Scalar { text: key.to_owned(), plain: true }, state: State::Written };
    entries.push(Entry { key: named, value: Node::stand_in(at) });
    true
}
