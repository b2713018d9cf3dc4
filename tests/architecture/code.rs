//! Turns the text of a Rust file into tokens with their lines, without comments and without what stands in quotes, so
//! that a rule about code cannot be fooled by words.

/// A name, a number or one punctuation mark (`::` counts as one).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub text: &'a str,
    /// Counted from 1.
    pub line: usize,
    /// Inside an item marked `#[cfg(test)]`, or anywhere in a file of tests.
    pub test: bool,
}

/// A file of the source tree, ready for the rules.
#[derive(Debug)]
pub struct File<'a> {
    /// From the repository's top, with `/`.
    pub path: &'a str,
    pub text: &'a str,
    pub tokens: Vec<Token<'a>>,
}

impl<'a> File<'a> {
    pub fn new(path: &'a str, text: &'a str) -> Self {
        let mut tokens = tokens(text);
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            tokens.iter_mut().for_each(|token| token.test = true);
        }
        mark_test_items(&mut tokens);
        Self { path, text, tokens }
    }

    /// The names of the modules from the crate's root to this file: `diag`, `code` for `src/diag/code.rs`.
    pub fn module(&self) -> Vec<&'a str> {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        if matches!(inner, "lib" | "main") { Vec::new() } else { inner.split('/').collect() }
    }

    /// Whether the tokens from `at` on read as `wanted`.
    pub fn reads(&self, at: usize, wanted: &[&str]) -> bool {
        let rest = &self.tokens[at..];
        rest.len() >= wanted.len() && rest.iter().zip(wanted).all(|(token, text)| token.text == *text)
    }

    /// Every place where the tokens read as `wanted`.
    pub fn find<'s>(&'s self, wanted: &'s [&'s str]) -> impl Iterator<Item = Token<'a>> + 's {
        (0..self.tokens.len()).filter(|&at| self.reads(at, wanted)).map(|at| self.tokens[at])
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < text.len() {
        let (end, kind) = next(text, at);
        if kind == Kind::Code {
            tokens.push(Token { text: &text[at..end], line, test: false });
        }
        line += text[at..end].matches('\n').count();
        at = end;
    }
    tokens
}

#[derive(PartialEq, Eq)]
enum Kind {
    Code,
    /// White space, a comment, or a literal in quotes.
    Silent,
}

/// The end of what begins at `at`, and what it is.
fn next(text: &str, at: usize) -> (usize, Kind) {
    let rest = &text[at..];
    if let Some(len) = comment(rest).or_else(|| quoted(rest)) {
        return (at + len, Kind::Silent);
    }
    let first = rest.chars().next().expect("there is text left");
    if is_name(first) {
        return (at + rest.find(|c| !is_name(c)).unwrap_or(rest.len()), Kind::Code);
    }
    if rest.starts_with("::") {
        return (at + 2, Kind::Code);
    }
    let kind = if first.is_whitespace() { Kind::Silent } else { Kind::Code };
    (at + first.len_utf8(), kind)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment that `rest` begins with; block comments nest.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (1, 2);
    while depth > 0 && at < rest.len() {
        let step = &rest.as_bytes()[at..];
        if step.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if step.starts_with(b"*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
    }
    Some(at)
}

/// The length of the string or character that `rest` begins with. A lifetime is none.
fn quoted(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c', 'r']);
    let prefix = &rest[..rest.len() - body.len()];
    if prefix.len() > 2 {
        return None;
    }
    let hashes = body.len() - body.trim_start_matches('#').len();
    if prefix.ends_with('r') && body[hashes..].starts_with('"') {
        let close = format!("\"{}", "#".repeat(hashes));
        let open = prefix.len() + hashes + 1;
        return Some(rest[open..].find(&close).map_or(rest.len(), |at| open + at + close.len()));
    }
    match body.chars().next()? {
        '"' => Some(prefix.len() + 1 + closing(&body[1..], '"')),
        '\'' if is_char(&body[1..]) => Some(prefix.len() + 1 + closing(&body[1..], '\'')),
        _ => None,
    }
}

/// Whether what follows a single quote is a character and its closing quote.
fn is_char(body: &str) -> bool {
    body.starts_with('\\') || body.chars().nth(1) == Some('\'')
}

/// The length up to and with the closing quote; a backslash hides the mark after it.
fn closing(body: &str, quote: char) -> usize {
    let mut marks = body.char_indices();
    while let Some((at, c)) = marks.next() {
        if c == '\\' {
            marks.next();
        } else if c == quote {
            return at + 1;
        }
    }
    body.len()
}

fn mark_test_items(tokens: &mut [Token<'_>]) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut until = 0;
    for at in 0..tokens.len() {
        let rest = tokens[at..].iter().map(|token| token.text);
        if at >= until && rest.take(MARK.len()).eq(MARK) {
            until = item_end(tokens, at + MARK.len());
        }
        tokens[at].test |= at < until;
    }
}

/// One past the item that begins at `at`: its `;`, or the brace that closes its body.
pub fn item_end(tokens: &[Token<'_>], at: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, token) in tokens[at..].iter().enumerate() {
        match token.text {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(token.text, "}" | ";") {
            return at + offset + 1;
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_quotes_and_comments_are_no_code() {
        for (text, code) in [
            ("a // b\nc", "a c"),
            ("a /* b /* c */ d */ e", "a e"),
            (r#"a("b \" c", 'd', '\'', b'e', b"f")"#, "a ( , , , , )"),
            (r###"a = r#"b " c"# ; br"d" x"###, "a = ; x"),
            ("fn a<'b>(c: &'b str)", "fn a < ' b > ( c : & ' b str )"),
            ("a::b 'c: loop {}", "a :: b ' c : loop { }"),
            ("brr r crate::bcr", "brr r crate :: bcr"),
            ("'\u{e9}' '\\u{e9}' \"open", ""),
        ] {
            let found: Vec<&str> = tokens(text).iter().map(|token| token.text).collect();
            assert_eq!(found.join(" "), code, "{text}");
        }
    }

    #[test]
    fn test_code_is_known() {
        let file = File::new("src/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}");
        let tests: Vec<&str> = file.tokens.iter().filter(|token| token.test).map(|token| token.text).collect();
        assert!(tests.contains(&"b") && !tests.contains(&"a") && !tests.contains(&"c"), "{tests:?}");
        assert!(File::new("src/a/tests.rs", "a").tokens[0].test);
    }
}
