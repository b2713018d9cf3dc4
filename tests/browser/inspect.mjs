// Turns one page of a running site into what is wrong with it for its readers.

import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'];
const WIDTHS = [1280, 320];
const LOCAL = { reducedMotion: 'reduce', serviceWorkers: 'block' };

/** What axe-core, the width of a phone, the network and the console say about a page. */
export async function inspect(browser, origin, { path, lang, kind }) {
  const problems = new Set();
  const context = await browser.newContext({ ...LOCAL, viewport: { width: WIDTHS[0], height: 900 } });
  await context.addInitScript({ content: axe.source });
  const page = await open(context, origin, path, problems);
  problems.add(await languageProblem(page, lang));
  if (kind !== 'chooser') problems.add(await skipLinkProblem(page));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) problems.add(`scrolls sideways by ${over} px at ${width} px: ${await page.evaluate(widest)}`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const problem of await violations(page)) problems.add(`${problem} [${colorScheme}, ${width} px]`);
    }
  }
  await context.close();
  problems.delete(null);
  return [...problems];
}

/** A page must say all it has to say without a script. */
export async function inspectWithoutScripts(browser, origin, { path }) {
  const problems = new Set();
  const texts = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ ...LOCAL, javaScriptEnabled });
    const page = await open(context, origin, path, problems);
    const text = await page.locator('main, body').last().innerText();
    texts.push(text.replace(/\s+/g, ' ').trim());
    if (!javaScriptEnabled && (await page.locator('h1').count()) !== 1) problems.add('there is not exactly one h1 without scripts');
    await context.close();
  }
  if (texts[1].length < 20) problems.add('the main part is empty without scripts');
  else if (texts[1].length < texts[0].length * 0.9) problems.add('a script brings more than a tenth of the main text');
  return [...problems];
}

/** Opens a page; requests to other hosts are refused and reported, as is what the console says. */
async function open(context, origin, path, problems) {
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || url.startsWith('data:')) return route.continue();
    problems.add(`asks another host: ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && problems.add(`console: ${message.text().slice(0, 200)}`));
  page.on('pageerror', (error) => problems.add(`script: ${error.message}`));
  page.on('response', (response) => response.status() >= 400 && problems.add(`${response.status()}: ${response.url()}`));
  await page.goto(`${origin}${encodeURI(path)}`, { waitUntil: 'load' });
  if ((await context.cookies()).length > 0) problems.add('sets a cookie');
  return page;
}

async function languageProblem(page, lang) {
  const found = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir || 'ltr']);
  const locale = new Intl.Locale(lang ?? 'en');
  const direction = (locale.getTextInfo?.() ?? locale.textInfo).direction;
  if (found[0] === lang && found[1] === direction) return null;
  return `<html lang="${found[0]}" dir="${found[1]}">, not lang="${lang}" dir="${direction}"`;
}

/** The first stop of the Tab key leads to the main part. */
async function skipLinkProblem(page) {
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => {
    const href = document.activeElement?.getAttribute('href') ?? '';
    return href.startsWith('#') && document.getElementById(href.slice(1))?.closest('main') !== null;
  });
  await page.evaluate(() => document.activeElement?.blur());
  return target ? null : 'the first stop of the Tab key is no link to the main part';
}

async function violations(page) {
  const results = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), RULES);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`),
  );
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
