//! Turns the topics of a tree into their index and a page for each: its pages and its services.

use super::directory::ListKey;
use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::lists::{self, Cards};
use super::page::page_link;
use super::view::{GroupView, IndexBody, Kind, LinkView, TopicBody};
use super::{Body, World};
use crate::catalog::PageIx;
use crate::load::Hasher;
use crate::model::{Edition, Language, Topic, TopicId};
use crate::parse::Document;
use crate::resolve::{Choice, TreeIx};

/// Services that a topic's page shows before it leads to the list of all.
const SERVICES: usize = 10;

/// The index of topics.
#[derive(Clone, Copy, Debug)]
pub struct TopicsLeaf;

/// The page of one topic.
#[derive(Clone, Debug)]
pub struct TopicLeaf {
    pub topic: TopicId,
}

pub fn topic_path(topic: &TopicId) -> String {
    format!("topics/{topic}/")
}

/// The topics that have a page or a service in a tree, in the portal's order.
pub fn topics_of<'w>(world: &World<'w>, tree: TreeIx) -> Vec<&'w Topic> {
    world.catalog.topics.iter().filter(|topic| is_used(world, tree, topic)).collect()
}

/// Whether a tree has any topic with a page or a service.
pub fn has_topics(world: &World<'_>, tree: TreeIx) -> bool {
    world.catalog.topics.iter().any(|topic| is_used(world, tree, topic))
}

fn is_used(world: &World<'_>, tree: TreeIx, topic: &Topic) -> bool {
    world.directory.unsorted(tree).any(|here| here.entry.parsed.service.topics.contains(&topic.id))
        || world.catalog.pages.all().any(|page| about(world, tree, page, &topic.id).is_some())
}

pub fn link(here: &Here<'_>, topic: &Topic) -> LinkView {
    let name = here.world.text(here.tree, &topic.name);
    LinkView {
        title: name.text,
        href: here.link(&topic_path(&topic.id)),
        summary: topic.summary.as_ref().map(|summary| here.world.text(here.tree, summary).text),
        lang: name.lang,
        dir: name.dir,
        current: false,
    }
}

fn about<'w>(world: &World<'w>, tree: TreeIx, page: PageIx, topic: &TopicId) -> Option<(Choice, &'w Document)> {
    let (choice, document) = world.shown(tree, page, Edition::Standard)?;
    document.front.topics.contains(topic).then_some((choice, document))
}

impl Leaf for TopicsLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        "topics/".to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let topics = topics_of(world, tree);
        let mut hasher = Hasher::default();
        for topic in &topics {
            hasher.update(topic.id.as_str().as_bytes());
            hasher.update(b" ");
        }
        let presence =
            Presence { content: hasher.hash(), language: world.tree(tree).language, frame: Frame::plain(Kind::Topic) };
        (!topics.is_empty()).then_some(presence)
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let title = here.world.words.text(here.tree.language, "topics", &[]);
        super::plain_head(title, super::home_crumb(here))
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let links = topics_of(here.world, here.ix).into_iter().map(|topic| link(here, topic)).collect();
        Body::Index(Box::new(IndexBody {
            s: here.world.strings(here.tree.language),
            kind: Kind::Topic,
            title: here.world.words.text(here.tree.language, "topics", &[]),
            summary: None,
            groups: vec![GroupView { title: String::new(), links }],
        }))
    }
}

impl TopicLeaf {
    fn topic<'w>(&self, world: &World<'w>) -> &'w Topic {
        world.catalog.topic(&self.topic).expect("leaves are made from the catalog's topics")
    }
}

impl Leaf for TopicLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        topic_path(&self.topic)
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let mut hasher = Hasher::default();
        let mut any = false;
        for page in world.catalog.pages.all() {
            if let Some((choice, _)) = about(world, tree, page, &self.topic) {
                any = true;
                hasher.update(&choice.doc.0.to_le_bytes());
            }
        }
        for here in world.directory.list(tree, &ListKey::Topic(self.topic.clone())).iter() {
            any = true;
            hasher.update(here.entry.place.file.as_bytes());
        }
        let presence =
            Presence { content: hasher.hash(), language: world.tree(tree).language, frame: Frame::plain(Kind::Topic) };
        any.then_some(presence)
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let topic = self.topic(here.world);
        let title = here.world.text(here.tree, &topic.name).text;
        let mut crumbs = super::home_crumb(here);
        crumbs.push(LinkView {
            title: here.world.words.text(here.tree.language, "topics", &[]),
            href: here.link("topics/"),
            ..LinkView::default()
        });
        let summary = topic.summary.as_ref().map(|summary| here.world.text(here.tree, summary).text);
        Head { description: summary.unwrap_or_else(|| title.clone()), ..super::plain_head(title, crumbs) }
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let topic = self.topic(world);
        let pages = world
            .catalog
            .pages
            .all()
            .filter_map(|page| about(world, here.ix, page, &self.topic).map(|found| (page, found)))
            .map(|(page, (choice, document))| page_link(here, page, choice, document))
            .collect();
        let key = ListKey::Topic(self.topic.clone());
        let services = world.directory.list(here.ix, &key);
        let all = (services.len() > SERVICES).then(|| {
            let name = world.text(here.tree, &topic.name).text;
            LinkView {
                title: world.words.text(here.tree.language, "see-all-about", &[("topic", name.as_str().into())]),
                href: here.link(&lists::list_path(world, &key, 1)),
                ..LinkView::default()
            }
        });
        let cards = Cards::new(world, here.tree, &here.local);
        Body::Topic(Box::new(TopicBody {
            s: world.strings(here.tree.language),
            title: world.text(here.tree, &topic.name).text,
            summary: topic.summary.as_ref().map(|summary| world.text(here.tree, summary).text),
            pages,
            services: services.iter().take(SERVICES).map(|service| cards.card(service)).collect(),
            all,
        }))
    }
}
