// Turns one page of a running site into what is wrong with it for its readers.

import axe from 'axe-core';
import { listedPairs, unlistedColours } from './colours.mjs';
import { BARE } from './pages.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those of them whose answer depends on colours and room; all others say of every look what they say of the first. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
/** How a page is looked at: wide and narrow, light and dark. The first two are for every page, all for the core. */
const LOOKS = [
  { width: 1280, colorScheme: 'light' }, { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' }, { width: 320, colorScheme: 'light' },
];
const LISTED = listedPairs();
const LOCAL = { reducedMotion: 'reduce', serviceWorkers: 'block', viewport: { width: 1280, height: 900 } };

/** Two tabs of a browser, with scripts and without, that open one page after the other. */
export async function newReader(browser, origin) {
  const reader = { origin, problems: new Set() };
  reader.scripted = await newTab(browser, reader, LOCAL);
  reader.plain = await newTab(browser, reader, { ...LOCAL, javaScriptEnabled: false });
  await reader.scripted.context().addInitScript({ content: axe.source });
  return reader;
}

/** What axe-core, the width of a phone, the network and the console say about a page. */
export async function inspect(reader, { path, lang, kind, sensitive, core, every }) {
  const { scripted: page, plain } = reader;
  const problems = new Set();
  reader.problems = problems;
  await open(reader, page, path);
  const text = await linesOf(page);
  if ((await page.locator('h1').count()) !== 1) problems.add('there is not exactly one h1');
  problems.add(await languageProblem(page, lang));
  if (!BARE.includes(kind)) problems.add(await skipLinkProblem(page, sensitive));
  const looks = core || every ? LOOKS : LOOKS.slice(0, 2);
  for (const [number, { width, colorScheme }] of looks.entries()) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const problem of core ? await unlistedColours(page, LISTED) : []) problems.add(`${problem} [${colorScheme}]`);
    problems.add(await widthProblem(page, width));
    const rules = every && number > 0 ? OF_LOOKS : null;
    for (const problem of await violations(page, rules)) problems.add(`${problem} [${colorScheme}, ${width} px]`);
  }
  if (core) problems.add(await zoomProblem(page));
  if (core) problems.add(await forcedProblem(page));
  problems.add(await paperProblem(page, text));
  await open(reader, plain, path);
  problems.add(plainProblem(text, await linesOf(plain)));
  problems.add(await idleProblem(plain));
  problems.delete(null);
  return [...problems];
}

/** A tab that refuses requests to other hosts and notes them, as it does what the console says. */
async function newTab(browser, reader, options) {
  const context = await browser.newContext(options);
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${reader.origin}/`) || url.startsWith('data:')) return route.continue();
    reader.problems.add(`asks another host: ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') reader.problems.add(`console: ${message.text().slice(0, 200)}`);
  });
  page.on('pageerror', (error) => reader.problems.add(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) reader.problems.add(`${response.status()}: ${response.url()}`);
  });
  return page;
}

async function open(reader, page, path) {
  await page.setViewportSize(LOCAL.viewport);
  await page.goto(`${reader.origin}${encodeURI(path)}`, { waitUntil: 'load' });
  if ((await page.context().cookies()).length > 0) reader.problems.add('sets a cookie');
}

/** What the main part says, in lines. What belongs to a control (a button, a form, its answer) is nothing to read. */
async function linesOf(page) {
  const text = await page.locator('main, body').last().evaluate((main) => {
    const controls = [...main.querySelectorAll('button, form, [role=status]')].filter((control) => !control.hidden);
    for (const control of controls) control.hidden = true;
    const said = main.innerText;
    for (const control of controls) control.hidden = false;
    return said;
  });
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Without its script a control is not shown. */
async function idleProblem(plain) {
  const idle = await plain.evaluate(() => {
    const controls = [...document.querySelectorAll('form:not([action]), button:not(form[action] button)')];
    return controls.find((control) => control.checkVisibility())?.outerHTML.slice(0, 100);
  });
  return idle ? `shown without scripts, where it does nothing: ${idle}` : null;
}

/** At 400% zoom a screen of 1280 by 1024 is 320 by 256: nothing reaches out sideways, and nothing that stays in its place
    while the page scrolls covers what is read. */
async function zoomProblem(page) {
  await page.setViewportSize({ width: 320, height: 256 });
  const over = await widthProblem(page, 320);
  const covering = await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight / 2);
    const stays = (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    return [...document.querySelectorAll('body *')].find((element) => stays(element) && element.checkVisibility())?.outerHTML;
  });
  await page.evaluate(() => scrollTo(0, 0));
  if (over) return `at 400% zoom it ${over}`;
  return covering ? `at 400% zoom this stays on top of the text: ${covering.slice(0, 100)}` : null;
}

/** With colours of the reader's own, boxes and buttons still have edges. */
async function forcedProblem(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const bare = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.card, .contact, .emergency, .notice, .tiles li, .tools a, .urgent')];
    return boxes.find((box) => getComputedStyle(box).borderInlineStartStyle === 'none')?.outerHTML.slice(0, 80);
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return bare ? `no edge in forced colours: ${bare}` : null;
}

/** On paper a page says what it says on a screen, but for ways to other pages. */
async function paperProblem(page, screen) {
  await page.emulateMedia({ media: 'print' });
  const paper = await linesOf(page);
  const title = await page.locator('h1').first().isVisible();
  await page.emulateMedia({ media: 'screen' });
  if (!title) return 'on paper the page has no heading';
  return paper.join(' ').length < screen.join(' ').length / 2 ? 'on paper less than half of the text is left' : null;
}

/** A page must say all it has to say without a script. */
function plainProblem(scripted, plain) {
  if (plain.join(' ').length < 20) return 'the main part is empty without scripts';
  const missing = scripted.find((line) => !plain.includes(line));
  return missing ? `only a script brings: ${missing.slice(0, 80)}` : null;
}

async function languageProblem(page, lang) {
  const found = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir || 'ltr']);
  const locale = new Intl.Locale(lang ?? 'en');
  const direction = (locale.getTextInfo?.() ?? locale.textInfo).direction;
  if (found[0] === lang && found[1] === direction) return null;
  return `<html lang="${found[0]}" dir="${found[1]}">, not lang="${lang}" dir="${direction}"`;
}

/** The first stop of the Tab key leads to the main part; on a sensitive page the way out comes before. */
async function skipLinkProblem(page, sensitive) {
  if (sensitive) await page.keyboard.press('Tab');
  const out = await page.evaluate(() => document.activeElement?.closest('.exit') !== null);
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => {
    const href = document.activeElement?.getAttribute('href') ?? '';
    return href.startsWith('#') && document.getElementById(href.slice(1))?.closest('main') !== null;
  });
  await page.evaluate(() => document.activeElement?.blur());
  if (sensitive && !out) return 'the first stop of the Tab key is not the way out of a sensitive page';
  return target ? null : 'the first stop of the Tab key is no link to the main part';
}

/** What axe-core says by all rules, or by those that are named. */
export async function violations(page, rules = null) {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES };
  const options = { runOnly, resultTypes: ['violations'] };
  const results = await page.evaluate((options) => window.axe.run(options), options);
  const words = ({ any, all, none, html }) => `${html.slice(0, 120)}: ${[...any, ...all, ...none][0]?.message ?? ''}`;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${help}: ${words(node)}`),
  );
}

async function widthProblem(page, width) {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  return over > 0 ? `scrolls sideways by ${over} px at ${width} px: ${await page.evaluate(widest)}` : null;
}

/** The element that reaches out furthest, as its start tag. Runs in the page. */
function widest() {
  const reach = (element) => {
    const box = element.getBoundingClientRect();
    return Math.max(box.right - innerWidth, -box.left);
  };
  const elements = [...document.querySelectorAll('body *')].sort((a, b) => reach(b) - reach(a));
  return elements[0]?.outerHTML.slice(0, 120);
}
