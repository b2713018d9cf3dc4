//! Turns a Fluent file into its strings as texts, and a string's new text into the file.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Comment, Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::{parser, serializer};

/// A string of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase<'a> {
    /// A term's begins with `-`.
    pub(super) id: String,
    pub(super) form: Form,
    pub(super) comment: String,
    pub(super) line: usize,
    /// The values that it shows or chooses by, and those that its comment offers (`# $weekday: ...`).
    pub(super) values: BTreeSet<String>,
    pattern: Pattern<&'a str>,
}

/// How a string is built.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Plain(String),
    /// Whole sentences, of which a value chooses one.
    Choice(Choice),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// Such as `$count`.
    pub(super) by: String,
    pub(super) variants: Vec<Variant>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Variant {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) is_default: bool,
}

/// What a translation of a text must keep.
#[derive(Clone, Debug)]
pub(super) struct Keeps {
    /// The values that it may use.
    pub(super) given: BTreeSet<String>,
    /// Those that it must.
    pub(super) needed: BTreeSet<String>,
}

/// The strings of a file; none if it has a mistake.
pub(super) fn phrases(source: &str) -> Option<Vec<Phrase<'_>>> {
    let resource = parser::parse(body(source)).ok()?;
    let one = |entry| {
        let (id, pattern, comment) = named(entry)?;
        let (line, comment) = (line(source, id.name), words(comment));
        let values = values(&pattern).into_iter().chain(offered(&comment)).collect();
        let is_term = source[..offset(source, id.name)].ends_with('-');
        let id = if is_term { format!("-{}", id.name) } else { id.name.to_owned() };
        Some(Phrase { id, form: form(&pattern), comment, line, values, pattern })
    };
    Some(resource.body.into_iter().filter_map(one).collect())
}

type Named<'a> = (Identifier<&'a str>, Pattern<&'a str>, Option<Comment<&'a str>>);

fn named(entry: Entry<&str>) -> Option<Named<'_>> {
    match entry {
        Entry::Message(message) => Some((message.id, message.value?, message.comment)),
        Entry::Term(term) => Some((term.id, term.value, term.comment)),
        _ => None,
    }
}

/// A file without its byte order mark, which would be taken for the start of the first id.
fn body(source: &str) -> &str {
    source.trim_start_matches('\u{feff}')
}

/// Where a part of `source` begins in it.
fn offset(source: &str, part: &str) -> usize {
    part.as_ptr() as usize - source.as_ptr() as usize
}

fn line(source: &str, part: &str) -> usize {
    source[..offset(source, part)].bytes().filter(|&byte| byte == b'\n').count() + 1
}

fn words(comment: Option<Comment<&str>>) -> String {
    comment.map(|comment| comment.content.join("\n")).unwrap_or_default()
}

/// The values that a comment names at the start of a line.
fn offered(comment: &str) -> impl Iterator<Item = String> {
    comment.lines().filter_map(|line| Some(line.trim().strip_prefix('$')?.split_once(':')?.0.to_owned()))
}

fn form(pattern: &Pattern<&str>) -> Form {
    choice(pattern).map_or_else(|| Form::Plain(text(pattern)), Form::Choice)
}

/// The whole sentences of a pattern that is nothing but a choice between them.
fn choice(pattern: &Pattern<&str>) -> Option<Choice> {
    let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] = &pattern.elements[..]
    else {
        return None;
    };
    if variants.iter().any(|variant| has_choice(&variant.value)) {
        return None;
    }
    let selector = PatternElement::Placeable { expression: Expression::Inline(selector.clone()) };
    let by = text(&Pattern { elements: vec![selector] });
    let by = by.trim_start_matches("{ ").trim_end_matches(" }").to_owned();
    let key = |key: &VariantKey<&str>| match key {
        VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => (*name).to_owned(),
    };
    let variants = variants.iter().map(|variant| Variant {
        key: key(&variant.key),
        text: text(&variant.value),
        is_default: variant.default,
    });
    Some(Choice { by, variants: variants.collect() })
}

fn has_choice(pattern: &Pattern<&str>) -> bool {
    let is_choice = |element: &PatternElement<&str>| {
        matches!(element, PatternElement::Placeable { expression: Expression::Select { .. } })
    };
    pattern.elements.iter().any(is_choice)
}

/// A pattern as Fluent's own writer puts it, without what stands before its lines.
fn text(pattern: &Pattern<&str>) -> String {
    let message =
        Message { id: Identifier { name: "a" }, value: Some(pattern.clone()), attributes: vec![], comment: None };
    let whole = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    let value = whole.strip_prefix("a =").unwrap_or(&whole);
    let lines: Vec<&str> = match value.strip_prefix('\n') {
        Some(lines) => lines.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect(),
        None => value.trim_start().lines().collect(),
    };
    lines.join("\n").trim_end().to_owned()
}

/// The names of all values in a pattern.
fn values(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    pattern_values(pattern, &mut names);
    names
}

fn pattern_values(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_values(expression, names);
        }
    }
}

fn expression_values(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_values(inline, names),
        Expression::Select { selector, variants } => {
            inline_values(selector, names);
            variants.iter().for_each(|variant| pattern_values(&variant.value, names));
        }
    }
}

fn inline_values(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline_values(argument, names));
        }
        InlineExpression::Placeable { expression } => expression_values(expression, names),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// The pattern of a text that a translator wrote.
fn read<T>(text: &str, of: impl FnOnce(&Pattern<&str>) -> T) -> Option<T> {
    let source = entry("a", text);
    let resource = parser::parse(source.as_str()).ok()?;
    match &resource.body[..] {
        [Entry::Message(Message { value: Some(pattern), attributes, .. })] if attributes.is_empty() => {
            Some(of(pattern))
        }
        _ => None,
    }
}

impl Keeps {
    /// What a text may and must use, given what it is a translation of and what that translation was so far.
    pub(super) fn new(phrase: &Phrase<'_>, (id, old): (&str, &str), offered: &BTreeSet<String>) -> Self {
        let of = |text: &str| read(text, values).unwrap_or_default();
        let (mut needed, before) = (of(id), of(old));
        if let Form::Choice(choice) = &phrase.form {
            needed.retain(|name| choice.by != format!("${name}"));
        }
        needed.retain(|name| old.is_empty() || before.contains(name));
        Self { given: phrase.values.union(offered).cloned().collect(), needed }
    }

    /// What is wrong with a text.
    pub(super) fn compare(&self, text: &str) -> Vec<String> {
        let Some(used) = read(text, values) else {
            return vec!["it cannot be read: look at its braces, and at signs at the start of a line".to_owned()];
        };
        let lost = self.needed.difference(&used).map(|name| format!("the value `{{ ${name} }}` is missing"));
        let added = used.difference(&self.given).map(|name| format!("the value `{{ ${name} }}` was added"));
        lost.chain(added).collect()
    }
}

impl Choice {
    /// As a text of Fluent.
    pub(super) fn text(&self) -> String {
        let line = |variant: &Variant| {
            let mark = if variant.is_default { "   *" } else { "    " };
            let text = variant.text.replace('\n', "\n        ");
            let gap = if variant.text.contains('\n') { "\n        " } else { " " };
            format!("{mark}[{}]{gap}{text}\n", variant.key)
        };
        let lines: String = self.variants.iter().map(line).collect();
        format!("{{ {} ->\n{lines}}}", self.by)
    }
}

/// A string as it stands in a file.
fn entry(id: &str, text: &str) -> String {
    if !text.contains('\n') {
        return format!("{id} = {text}\n");
    }
    // A choice brings its own spaces, and its brace may stand at the start of a line.
    if text.starts_with('{') && text.ends_with('}') && text.lines().skip(1).all(|line| line.starts_with([' ', '}'])) {
        return format!("{id} = {text}\n");
    }
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    format!("{id} =\n{lines}")
}

/// The file with a new text for a string, which may be a new one. None where the file would say anything else than that.
pub(super) fn put(source: &str, id: &str, new: &str) -> Option<String> {
    let known = phrases(source)?;
    let written = entry(id, new);
    let after = match known.iter().find(|phrase| phrase.id == id) {
        Some(phrase) => replaced(source, phrase, &written)?,
        None => {
            let gap = if source.is_empty() || source.ends_with('\n') { "" } else { "\n" };
            format!("{source}{gap}{written}")
        }
    };
    let meant = read(new, text)?;
    let others = |phrases: &[Phrase<'_>]| -> Vec<(String, String, String)> {
        let others = phrases.iter().filter(|phrase| phrase.id != id);
        others.map(|phrase| (phrase.id.clone(), text(&phrase.pattern), phrase.comment.clone())).collect()
    };
    let says = phrases(&after)?;
    let own = says.iter().find(|phrase| phrase.id == id)?;
    (text(&own.pattern) == meant && others(&says) == others(&known)).then_some(after)
}

/// The file with other lines for a string: up to the next line that begins one, or a comment.
fn replaced(source: &str, phrase: &Phrase<'_>, written: &str) -> Option<String> {
    let mut starts =
        std::iter::once(source.len() - body(source).len()).chain(source.match_indices('\n').map(|(at, _)| at + 1));
    let start = starts.nth(phrase.line - 1)?;
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#');
    let mut end = start;
    for line in source[start..].split_inclusive('\n') {
        if end > start && begins(line) {
            break;
        }
        end += line.len();
    }
    let block = source[start..end].trim_end();
    let written = written.trim_end();
    Some(format!("{}{written}{}", &source[..start], &source[start + block.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Top\n\nhome = Hafan\n\n# $count: how many\ncount = { $count ->\n    [one] { $count } un\n   *[other] { $count } arall\n}\nlong =\n    One\n    two { $x }\n-brand = Ni\nlast = { $a }{ $half ->\n    [am] am\n   *[pm] pm\n}";

    #[test]
    fn strings_are_read_as_sentences() {
        let phrases = phrases(FILE).unwrap();
        let seen: Vec<(&str, usize)> = phrases.iter().map(|phrase| (phrase.id.as_str(), phrase.line)).collect();
        assert_eq!(seen, [("home", 3), ("count", 6), ("long", 10), ("-brand", 13), ("last", 14)]);
        let Form::Choice(choice) = &phrases[1].form else { panic!("{phrases:?}") };
        assert_eq!((choice.by.as_str(), choice.variants.len()), ("$count", 2));
        assert_eq!(choice.variants[0].text, "{ $count } un");
        assert_eq!(phrases[2].form, Form::Plain("One\ntwo { $x }".to_owned()));
        assert!(matches!(&phrases[4].form, Form::Plain(text) if text.starts_with("{ $a }{ $half ->")));
    }

    #[test]
    fn only_the_string_changes() {
        for (id, new, lines) in [
            ("home", "Adref", "home = Adref\n\n# $count"),
            ("long", "Un\ndau { $x }", "long =\n    Un\n    dau { $x }\n-brand"),
            ("last", "{ $a }", "\nlast = { $a }"),
            ("new", "Newydd", "*[pm] pm\n}\nnew = Newydd\n"),
            (
                "count",
                "{ $count ->\n   *[other] { $count }\n}",
                "\ncount = { $count ->\n   *[other] { $count }\n}\nlong",
            ),
        ] {
            let after = put(FILE, id, new).unwrap();
            assert!(after.contains(lines), "{after}");
            assert_eq!(put(&after, id, new).unwrap(), after);
        }
        for (id, new) in [("home", "{ $x"), ("home", "a\n.b = c"), ("home", "")] {
            assert_eq!(put(FILE, id, new), None, "{new}");
        }
        for phrase in phrases(FILE).unwrap() {
            let whole = text(&phrase.pattern);
            let after = put(FILE, &phrase.id, &whole).unwrap();
            assert_eq!(text(&phrases(&after).unwrap().iter().find(|one| one.id == phrase.id).unwrap().pattern), whole);
        }
    }
}
