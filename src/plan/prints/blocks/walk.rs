//! Turns the events of a text, with its holes filled, into blocks.

use super::links::Target;
use super::{Composer, contact_block, inline, is_blank, picture, services_block};
use crate::diag::Place;
use crate::parse::content::{AlertKind, BlockKind as Written, Event, Tag};
use crate::plan::fill::{BlockFill, image_path};
use crate::plan::prints::leaflet::{Address, At, Block, BlockKind, BoxKind, Inline, Inlines, Note, Row, Steps, plain};

/// A walk through a text. Every reader of a block begins after its `Open` and ends before its `Close`.
pub struct Walk<'a, 'w> {
    composer: &'a Composer<'w>,
    at: usize,
    /// Where links of the block that is read lead.
    addresses: Vec<Address>,
    /// The notes that what is shown calls, in order, by their numbers in the text.
    called: Vec<u16>,
    /// Level of the last heading; 1 is the title.
    level: u8,
    /// Whether the next list is one of steps.
    steps: Steps,
}

impl<'a, 'w> Walk<'a, 'w> {
    pub fn new(composer: &'a Composer<'w>) -> Self {
        Self { composer, at: 0, addresses: Vec::new(), called: Vec::new(), level: 1, steps: Steps::No }
    }

    pub fn all(mut self) -> Vec<Block> {
        self.blocks()
    }

    fn peek(&self) -> Option<Event> {
        self.composer.content.events.get(self.at).copied()
    }

    /// Blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.peek() {
            let start = self.at;
            match event {
                Event::Close(tag) if !is_inline(tag) => break,
                Event::Rule => {
                    self.at += 1;
                    blocks.push(Block { kind: BlockKind::Rule, at: self.place(start) });
                }
                Event::Open(tag) if !is_inline(tag) => {
                    self.at += 1;
                    self.block(tag, start, &mut blocks);
                    self.close(tag);
                }
                _ => self.paragraph(start, &mut blocks),
            }
        }
        blocks
    }

    /// Steps over what is left of a block, and over its end.
    fn close(&mut self, tag: Tag) {
        let mut depth = 0_usize;
        while let Some(event) = self.peek() {
            self.at += 1;
            match event {
                Event::Open(_) => depth += 1,
                Event::Close(closed) if depth == 0 => {
                    debug_assert_eq!(closed, tag, "blocks are properly nested");
                    return;
                }
                Event::Close(_) => depth -= 1,
                _ => {}
            }
        }
    }

    fn block(&mut self, tag: Tag, start: usize, blocks: &mut Vec<Block>) {
        let kind = match tag {
            Tag::Paragraph => return self.paragraph(start, blocks),
            Tag::Heading { level, .. } => return self.heading(level, start, blocks),
            Tag::Quote => BlockKind::Quote(self.blocks()),
            Tag::Alert(kind) => self.alert(kind),
            Tag::CodeBlock => BlockKind::Code(plain(&self.inlines())),
            Tag::List { ordered, start } => self.list(ordered.then(|| start.into())),
            Tag::DefinitionList => self.definitions(),
            Tag::Table => return self.table(start, blocks),
            Tag::Footnotes => match self.notes() {
                Some(notes) => notes,
                None => return,
            },
            Tag::Block(number) => return self.written(number, start, blocks),
            // These stand inside others, which read them.
            _ => return blocks.extend(self.blocks()),
        };
        blocks.push(Block { kind, at: self.place(start) });
    }

    fn paragraph(&mut self, start: usize, blocks: &mut Vec<Block>) {
        let text = self.inlines();
        let at = self.place(start);
        if let [Inline::Picture(picture)] = &text[..] {
            blocks.push(Block { kind: BlockKind::Picture(picture.clone()), at: at.clone() });
        } else if !is_blank(&text) {
            blocks.push(Block { kind: BlockKind::Paragraph(text), at: at.clone() });
        }
        self.flush(at, blocks);
    }

    /// A heading skips no level, as PDF/UA asks.
    fn heading(&mut self, level: u8, start: usize, blocks: &mut Vec<Block>) {
        let level = level.clamp(2, self.level + 1).min(6);
        self.level = level;
        let text = self.inlines();
        let at = self.place(start);
        if !is_blank(&text) {
            blocks.push(Block { kind: BlockKind::Heading { level, text }, at: at.clone() });
        }
        self.flush(at, blocks);
    }

    /// Writes out where the links of a block lead.
    fn flush(&mut self, at: At, blocks: &mut Vec<Block>) {
        let addresses = std::mem::take(&mut self.addresses);
        if !addresses.is_empty() {
            blocks.push(Block { kind: BlockKind::Addresses(addresses), at });
        }
    }

    fn alert(&mut self, kind: AlertKind) -> BlockKind {
        let (key, kind) = match kind {
            AlertKind::Note => ("note", BoxKind::Plain),
            AlertKind::Tip => ("tip", BoxKind::Plain),
            AlertKind::Important => ("important", BoxKind::Warning),
            AlertKind::Warning => ("warning", BoxKind::Warning),
            AlertKind::Caution => ("caution", BoxKind::Warning),
        };
        BlockKind::Boxed { kind, label: self.composer.word(key), blocks: self.blocks() }
    }

    fn list(&mut self, start: Option<u32>) -> BlockKind {
        let steps = std::mem::replace(&mut self.steps, Steps::No);
        let mut items = Vec::new();
        while let Some(Event::Open(Tag::Item)) = self.peek() {
            self.at += 1;
            items.push(self.blocks());
            self.close(Tag::Item);
        }
        BlockKind::List { start, steps, items }
    }

    fn definitions(&mut self) -> BlockKind {
        let mut words: Vec<(Inlines, Vec<Block>)> = Vec::new();
        while let Some(Event::Open(tag @ (Tag::DefinitionTitle | Tag::DefinitionDetails))) = self.peek() {
            self.at += 1;
            let blocks = self.blocks();
            match (tag, words.last_mut()) {
                (Tag::DefinitionDetails, Some((_, details))) => details.extend(blocks),
                _ => words.push((first_text(blocks), Vec::new())),
            }
            self.close(tag);
        }
        BlockKind::Definitions(words)
    }

    fn table(&mut self, start: usize, blocks: &mut Vec<Block>) {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some(Event::Open(tag @ (Tag::TableHead | Tag::TableRow))) = self.peek() {
            self.at += 1;
            let cells = self.cells();
            if tag == Tag::TableHead {
                head = cells;
            } else {
                rows.push(cells);
            }
            self.close(tag);
        }
        for row in &mut rows {
            row.resize(head.len(), Inlines::new());
        }
        let at = self.place(start);
        blocks.push(Block { kind: BlockKind::Table { head, rows }, at: at.clone() });
        self.flush(at, blocks);
    }

    fn cells(&mut self) -> Vec<Inlines> {
        let mut cells = Vec::new();
        while let Some(Event::Open(tag @ Tag::Cell { .. })) = self.peek() {
            self.at += 1;
            cells.push(self.inlines());
            self.close(tag);
        }
        cells
    }

    /// The notes that were called, in the order of their calls; a note may call others.
    fn notes(&mut self) -> Option<BlockKind> {
        let mut texts = Vec::new();
        while let Some(Event::Open(tag @ Tag::Footnote { number, .. })) = self.peek() {
            texts.push((number, self.at + 1));
            self.at += 1;
            self.close(tag);
        }
        let end = self.at;
        let mut notes = Vec::new();
        while let Some(&number) = self.called.get(notes.len()) {
            let text = texts.iter().find(|(other, _)| *other == number);
            self.at = text.map_or(end, |(_, at)| *at);
            let blocks = if text.is_some() { self.blocks() } else { Vec::new() };
            let number = u16::try_from(notes.len() + 1).expect("notes are numbered by 16 bits");
            notes.push(Note { number, blocks });
        }
        self.at = end;
        (!notes.is_empty()).then(|| BlockKind::Notes { title: self.composer.word("footnotes"), notes })
    }

    /// A `:::` block, as the tree has it.
    fn written(&mut self, number: u16, start: usize, blocks: &mut Vec<Block>) {
        let composer = self.composer;
        let number = usize::from(number);
        let written = &composer.content.blocks[number].kind;
        let at = At::from(Place::bytes(&composer.file, composer.content.blocks[number].span.clone()));
        let kind = match (&composer.fill.blocks[number], written) {
            (BlockFill::Hidden, _) => return,
            (BlockFill::Labelled(label), _) => return self.labelled(label, start, blocks),
            (_, Written::Services(query)) => return self.services(query, at, blocks),
            (_, Written::Contact) => BlockKind::Contact(contact_block(composer.world, composer.own())),
            (_, Written::Emergency) => self.boxed(BoxKind::Emergency, composer.word("emergency")),
            (_, Written::Warning) => self.boxed(BoxKind::Warning, composer.word("warning")),
            (_, Written::Details { title }) => self.boxed(BoxKind::Plain, title.clone()),
            (_, Written::Row { picture: id }) => {
                let known = composer.world.catalog.pictures.get(id);
                let picture = known.and_then(|known| picture(composer.world, known.path(), ""));
                BlockKind::Row(Row { picture, blocks: self.blocks() })
            }
            (_, Written::Steps) => {
                self.steps = Steps::Yes;
                blocks.extend(self.blocks());
                self.steps = Steps::No;
                return;
            }
            (_, Written::Only(_) | Written::Except(_) | Written::Unread) => return blocks.extend(self.blocks()),
        };
        blocks.push(Block { kind, at });
    }

    fn boxed(&mut self, kind: BoxKind, label: String) -> BlockKind {
        BlockKind::Boxed { kind, label, blocks: self.blocks() }
    }

    /// What holds for some nations, under a heading that names them. After it the last heading outside counts again.
    fn labelled(&mut self, label: &str, start: usize, blocks: &mut Vec<Block>) {
        let level = self.level;
        let at = self.place(start);
        self.level = (level + 1).min(6);
        let text = inline::isolated(label);
        blocks.push(Block { kind: BlockKind::Heading { level: self.level, text }, at });
        blocks.extend(self.blocks());
        self.level = level;
    }

    fn services(&mut self, query: &crate::parse::content::ServiceQuery, at: At, blocks: &mut Vec<Block>) {
        let Composer { world, tree, language, .. } = *self.composer;
        let level = (self.level + 1).min(6);
        let Some((kind, left_out)) = services_block(world, (tree, language), query, level) else { return };
        blocks.push(Block { kind, at: at.clone() });
        if left_out > 0 {
            let count = crate::resolve::words::Arg::from(left_out);
            let text = world.words.text_plain(language, "print-left-out", &[("count", count)]);
            blocks.push(Block { kind: BlockKind::Paragraph(vec![Inline::Text(text)]), at });
        }
    }

    /// A line's pieces, up to the first event that is none.
    fn inlines(&mut self) -> Inlines {
        let composer = self.composer;
        let content = composer.content;
        let mut inlines = Inlines::new();
        while let Some(event) = self.peek() {
            let piece = match event {
                Event::Text(text) => inline::text(content.str(text), composer.language),
                Event::Code(code) => Inline::Code(content.str(code).to_owned()),
                Event::SoftBreak => Inline::text(" "),
                Event::HardBreak => Inline::Break,
                Event::Task(done) => {
                    let word = composer.word(if done { "task-done" } else { "task-not-done" });
                    Inline::Strong(vec![Inline::Text(format!("{word}: "))])
                }
                Event::FootnoteCall { number, .. } => self.call(number),
                Event::Value(number) => self.value(usize::from(number)),
                Event::Image(number) => match self.image(usize::from(number)) {
                    Some(image) => image,
                    None => Inline::text(&content.images[usize::from(number)].alt),
                },
                Event::Open(tag) if is_inline(tag) => {
                    self.at += 1;
                    inlines.push(self.styled(tag));
                    self.close(tag);
                    continue;
                }
                Event::Open(_) | Event::Close(_) | Event::Rule => break,
            };
            self.at += 1;
            inlines.push(piece);
        }
        inlines
    }

    fn styled(&mut self, tag: Tag) -> Inline {
        match tag {
            Tag::Link(number) => self.link(usize::from(number)),
            Tag::Strike => Inline::Strike(self.inlines()),
            _ => Inline::Strong(self.inlines()),
        }
    }

    fn link(&mut self, number: usize) -> Inline {
        let before = self.addresses.len();
        let text = self.inlines();
        // What a value inside a link would lead to is not where the link leads.
        self.addresses.truncate(before);
        let Some(Target { url, shown }) = self.composer.target(number) else { return Inline::Group(text) };
        let words = plain(&text);
        let is_said = words.contains(&shown) || words.contains(&url) || is_same_number(&words, &url);
        if !is_said && !self.addresses.iter().any(|other| other.url == url) {
            self.addresses.push(Address { text: words, url: url.clone(), shown });
        }
        Inline::Link { url, text }
    }

    fn call(&mut self, number: u16) -> Inline {
        let known = self.called.iter().position(|other| *other == number);
        let at = known.unwrap_or_else(|| {
            self.called.push(number);
            self.called.len() - 1
        });
        Inline::Call(u16::try_from(at + 1).expect("notes are numbered by 16 bits"))
    }

    fn value(&mut self, number: usize) -> Inline {
        let (inline, source) = inline::value(&self.composer.fill.values[number], self.composer.language);
        if let Some(url) = source {
            let shown = crate::plan::prints::typed(&url);
            self.addresses.push(Address { text: plain(std::slice::from_ref(&inline)), url, shown });
        }
        inline
    }

    fn image(&self, number: usize) -> Option<Inline> {
        let Composer { world, content, file, .. } = self.composer;
        let image = &content.images[number];
        picture(world, image_path(&image.file, file), &image.alt).map(Inline::Picture)
    }

    /// Where the words of the events from `start` to here stand in the file.
    fn place(&self, start: usize) -> At {
        let content = self.composer.content;
        let is_own = |span: &std::ops::Range<usize>| span.end <= content.source.len();
        let spans = content.events[start..self.at].iter().filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.range()),
            Event::Value(number) => Some(content.values[usize::from(*number)].span.clone()),
            Event::Image(number) => Some(content.images[usize::from(*number)].span.clone()),
            Event::Open(Tag::Link(number)) => Some(content.links[usize::from(*number)].span.clone()),
            Event::Open(Tag::Block(number)) => Some(content.blocks[usize::from(*number)].span.clone()),
            _ => None,
        });
        let all = spans.filter(is_own).reduce(|all, next| all.start.min(next.start)..all.end.max(next.end));
        At(all.map(|all| Place::bytes(&self.composer.file, all)))
    }
}

/// Whether words hold the number that a link would dial.
fn is_same_number(words: &str, url: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some(number) = url.strip_prefix("tel:").or_else(|| url.strip_prefix("sms:")) else { return false };
    let (words, number) = (digits(words), digits(number));
    let national = number.strip_prefix("44").unwrap_or(&number).trim_start_matches('0');
    !national.is_empty() && words.contains(national)
}

fn first_text(blocks: Vec<Block>) -> Inlines {
    let text = blocks.into_iter().find_map(|block| match block.kind {
        BlockKind::Paragraph(text) => Some(text),
        _ => None,
    });
    text.unwrap_or_default()
}

fn is_inline(tag: Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strike | Tag::Link(_))
}
