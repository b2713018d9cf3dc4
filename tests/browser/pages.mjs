// Turns the tree of a built site into the pages worth opening: one of each kind, language and scope, and then whatever
// pages it takes until every element and class of the site has been seen in every language; or one of each make of body.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All kinds of page that the sample has. */
export const KINDS = [
  'chooser', 'home', 'section', 'page', 'easy-read', 'service', 'services', 'services by topic', 'services by for',
  'services by place', 'services by topic and place', 'topics', 'topic', 'search', 'areas', 'postcodes', 'shortlist',
  'prints', 'print code', 'not found', '404', 'accessibility-statement', 'privacy', 'site-map', 'recent-changes',
];

/** Kinds without a head or menu of their own, which nobody has to skip. */
export const BARE = ['chooser', 'print code', 'not found'];

/** Every HTML page under `folder`: path, language (none for the chooser), locality (none for everywhere), kind. */
export function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
  const folders = files.filter((file) => file.endsWith('/index.html')).map(folderOf);
  return files
    .map((file) => describe(file, readFileSync(join(folder, file), 'utf8'), folders))
    .filter((page) => page.kind !== 'redirect');
}

function folderOf(file) {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function describe(file, html, folders) {
  const path = '/' + file.replace(/(^|\/)index\.html$/, '$1');
  const segments = path.split('/').filter(Boolean);
  const lang = /<html[^>]*\blang="?([\w-]+)/.exec(html)?.[1] ?? null;
  const body = /<body[^>]*/.exec(html)?.[0] ?? '';
  const page = { path, lang, locality: null, kind: 'chooser', features: featuresOf(html), make: body + makeOf(html) };
  page.sensitive = /\bsensitive\b/.test(body);
  if (/<meta[^>]+http-equiv="?refresh/i.test(html)) return { ...page, kind: 'redirect' };
  if (path === '/404.html') return { ...page, kind: 'not found' };
  if (segments[0] === 'print') return { ...page, kind: 'print code' };
  const at = segments.indexOf(lang);
  if (!html.includes('<main') || at === -1) return page;
  if (at === 1) page.locality = segments[0];
  return { ...page, kind: kindOf(segments.slice(at + 1), file, folders) };
}

/** First segments of pages that the program makes, each a kind of its own. */
const OWN = [
  'search', 'prints', 'shortlist', 'accessibility-statement', 'privacy', 'recent-changes', 'site-map',
];

/** The kind of the page at `rest`, the segments below the language. */
function kindOf(rest, file, folders) {
  const last = rest.at(-1);
  if (last === undefined) return 'home';
  if (last === '404.html') return '404';
  if (last === 'easy-read') return rest[0] === 'services' ? 'easy-read service' : 'easy-read';
  if (rest.at(-2) === 'page') return 'paged list';
  if (rest[0] === 'services') return serviceKind(rest);
  if (rest[0] === 'topics') return rest.length === 1 ? 'topics' : 'topic';
  if (rest[0] === 'areas') return rest.length === 1 ? 'areas' : 'postcodes';
  if (OWN.includes(rest[0])) return rest[0];
  const folder = folderOf(file);
  const below = folders.some((other) => other.startsWith(folder) && ![folder, `${folder}easy-read/`].includes(other));
  return below ? 'section' : 'page';
}

/** `services/`, `services/{id}/`, `services/topic/{t}/`, `services/topic/{t}/place/{l}/`. */
function serviceKind([, group, , further]) {
  if (group === undefined) return 'services';
  if (!['topic', 'for', 'place'].includes(group)) return 'service';
  return further === undefined ? `services by ${group}` : `services by ${group} and ${further}`;
}

/** The names of elements and their classes, with the state that a style may depend on. */
function featuresOf(html) {
  const features = new Set();
  for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9-]*)\b([^>]*)>/g)) {
    features.add(tag);
    const classes = /\bclass="([^"]*)"|\bclass=([^\s"]+)/.exec(attributes);
    const names = (classes?.[1] ?? classes?.[2] ?? '').split(/\s+/).filter(Boolean);
    names.forEach((name) => features.add(`${tag}.${name}`));
    if (/\bdir=/.test(attributes)) features.add(`${tag}[dir]`);
  }
  return features;
}

/** What of the main part decides how it looks and is read: its elements in their order, with their classes, roles and
    languages. A list of ten is made like a list of three. */
function makeOf(html) {
  const [body] = /<article[^]*<\/article>/.exec(html) ?? [html];
  const steps = new Set();
  let before = '';
  for (const [, tag, attributes] of body.matchAll(/<(\/?[a-z][a-z0-9-]*)\b([^>]*)>/g)) {
    const said = attributes.match(/\b(class|role|lang|dir|type|hidden|scope|start|open)(="[^"]*"|=[^\s"]+)?/g) ?? [];
    const now = [tag, ...said].join(' ');
    steps.add(`${before}>${now}`);
    before = now;
  }
  return [...steps].sort().join('\n');
}

/** One page of each make of body in each language. */
export function chooseEvery(pages) {
  const chosen = new Map();
  for (const page of pages) {
    const key = `${page.lang} ${page.make}`;
    if (!chosen.has(key)) chosen.set(key, { ...page, every: true });
  }
  return [...chosen.values()];
}

/** Languages of each kind of script and direction: in these, one page of each kind is looked at in every way. */
const CORE = ['en', 'cy', 'ur'];

/** The pages to open, each once. */
export function choose(pages) {
  const locality = largest(pages.filter((page) => page.locality).map((page) => page.locality));
  const near = pages.filter((page) => page.locality === null || page.locality === locality);
  const chosen = new Map();
  for (const page of near) {
    const key = [page.kind, page.lang, page.locality, page.sensitive].join(' ');
    if (!chosen.has(key)) chosen.set(key, page);
  }
  const kinds = new Set();
  for (const page of chosen.values()) {
    const key = `${page.kind} ${page.lang}`;
    page.core = CORE.includes(page.lang) && !kinds.has(key);
    kinds.add(key);
  }
  const seen = new Set();
  const fresh = (page) => [...page.features].filter((feature) => !seen.has(`${page.lang} ${feature}`));
  const remember = (page) => page.features.forEach((feature) => seen.add(`${page.lang} ${feature}`));
  [...chosen.values()].forEach(remember);
  for (const page of near) {
    if (fresh(page).length === 0) continue;
    remember(page);
    chosen.set(page.path, page);
  }
  return [...chosen.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function largest(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
