// Turns a built site into accessibility findings: opens its pages in Chromium in light and dark, narrow and wide, with
// and without scripts. Run: node axe.mjs SITE_DIR [--sample] [--every]
//
// --sample  the site has pages of all kinds, and a menu and sensitive pages to walk through, as the sample has
// --every   opens one page of each make of body instead of a choice, in all looks: takes half an hour for the sample

import { chromium } from 'playwright-core';
import { inspect, newReader } from './inspect.mjs';
import { exitProblems, menuProblems, plainProblems } from './keyboard.mjs';
import { KINDS, choose, chooseEvery, pagesOf } from './pages.mjs';
import { serve } from './server.mjs';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--no-first-run',
];

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!folder || options.some((option) => !['--sample', '--every'].includes(option))) {
  console.error('usage: node axe.mjs SITE_DIR [--sample] [--every]');
  process.exit(2);
}
const isSample = options.includes('--sample');

const all = pagesOf(folder);
const pages = options.includes('--every') ? chooseEvery(all) : choose(all);
const server = await serve(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
const problems = [];
if (all.length === 0) problems.push(`${folder}: there is no page to open`);
if (!server.strict) problems.push('_headers: the site asks its host for no strict Content-Security-Policy');

const kinds = new Set(pages.map((page) => page.kind));
for (const kind of isSample ? KINDS : []) if (!kinds.has(kind)) problems.push(`there is no page of the kind: ${kind}`);
for (const kind of kinds) if (!KINDS.includes(kind)) problems.push(`a kind of page that nobody has named: ${kind}`);

const failed = new Set();
let views = 0;
const queue = [...pages];
await Promise.all([1, 2].map(async () => {
  const reader = await newReader(browser, server.origin);
  for (let page = queue.shift(); page; page = queue.shift()) {
    const found = await inspect(reader, page);
    views += page.core || page.every ? 4 : 2;
    if (page.every && views % 400 === 0) console.error(`${views} views, ${queue.length} pages to go`);
    if (found.length > 0) failed.add(page.path);
    problems.push(...found.map((problem) => `${page.path} (${page.kind}): ${problem}`));
  }
}));
problems.push(...(await walk()));
await browser.close();
server.close();

for (const problem of problems.sort()) console.log(problem);
console.log(`${kinds.size} kinds of page (${[...kinds].sort().join(', ')}); ${all.length} pages in all`);
console.log(`${pages.length - failed.size} pages passed in ${views} views, ${failed.size} failed`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The menu and the way out, with a keyboard and without scripts, in each direction of writing. */
async function walk() {
  const found = [];
  for (const lang of ['en', 'ur']) {
    const home = pages.find((page) => page.kind === 'home' && page.lang === lang);
    const hidden = pages.find((page) => page.sensitive && page.lang === lang);
    if (isSample && !(home && hidden)) found.push(`${lang}: there is no home page, or no sensitive page, to walk through`);
    const [scripted, plain] = [true, false].map((javaScriptEnabled) => browser.newContext({ javaScriptEnabled }));
    const page = await (await scripted).newPage();
    // The other site is not asked; that the reader has left is enough.
    await (await scripted).route((url) => url.origin !== server.origin, (route) => route.fulfill({ body: 'away' }));
    const leadsTo = 'https://';
    if (home) found.push(...(await menuProblems(page, server.origin + home.path)));
    if (hidden) found.push(...(await exitProblems(page, server.origin + hidden.path, leadsTo)));
    const start = hidden ?? home;
    if (start) found.push(...(await plainProblems(await (await plain).newPage(), server.origin + start.path)));
    await (await scripted).close();
    await (await plain).close();
  }
  return found;
}
