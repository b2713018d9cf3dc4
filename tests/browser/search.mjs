// Turns the sample's site into what readers find in its search, in Chromium: words with the result that comes first, and
// what axe-core says of the page with results. Run: node search.mjs SITE_DIR

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { newReader, violations } from './inspect.mjs';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node search.mjs SITE_DIR');
  process.exit(2);
}

/** The tree, what is typed, and the address below the tree of the first result; null where nothing is to be found. */
const CASES = [
  // As it is written, and with other case, accents, endings and letters.
  ['en', "carer's allowance", 'money/carers-allowance/'],
  ['en', 'CARERS ALLOWENCE', 'money/carers-allowance/'],
  ['en', 'alowance', 'money/carers-allowance/'],
  ['en', 'dementa', 'at-home/dementia/'],
  ['en', 'leaving the hospital', 'getting-help/leaving-hospital/'],
  ['en', 'hospitals', 'getting-help/leaving-hospital/'],
  ['en', 'pensions', 'money/state-pension/'],
  ['en', 'zzzzqqqq', null],
  ['en', '<b>"', null],
  ['cy', 'lwfans gofalwr', 'arian/lwfans-gofalwr/'],
  ['cy', 'lwfans ofalwr', 'arian/lwfans-gofalwr/'],
  ['cy', 'lwfnas', 'arian/lwfans-gofalwr/'],
  ['pl', 'zasilek dla opiekuna', 'money/carers-allowance/'],
  ['pl', 'szpitla', 'getting-help/leaving-hospital/'],
  ['ur', 'کیئررز الاؤنس', 'money/carers-allowance/'],
  // With the Arabic kaf and yeh.
  ['ur', 'الاونس كيررز', 'money/carers-allowance/'],
  // A service, and what only one place has.
  ['en', 'Able at Home', 'services/uk-able-home/'],
  ['harborough/en', 'drop-in', 'getting-help/drop-in/'],
];

/** The same in easy read: all that is found of pages is in easy read. */
const EASY = [
  ['en', 'allowance', 'money/carers-allowance/easy-read/'],
  ['cy', 'seibiant', 'seibiant/cael-seibiant/easy-read/'],
  ['ur', 'الاؤنس', 'money/carers-allowance/easy-read/'],
];

/** Words that mean others: the same comes first for both. */
const SAME = [
  ['en', 'mum', 'carer'], ['en', 'caregiver', 'carer'], ['cy', 'mam', 'gofalwr'],
  ['pl', 'urlop', 'opieka zastępcza'], ['ur', 'پیسے', 'الاؤنس'],
];

/** Words that mean others and are written on pages of their own, or are in most names: what is meant is near the first. */
const NEAR = [
  ['en', 'holiday', 'breaks/taking-a-break/'], ['en', 'time off', 'breaks/taking-a-break/'],
  // On nearly every page: what explains comes before what helps with one thing.
  ['en', 'carer', 'getting-help/carers-assessment/'],
];

/** What a place does not have is not found there. */
const ELSEWHERE = [['en', 'drop-in', '/en/getting-help/drop-in/'], ['harborough/en', 'fife', 'services/fife-carers-centre/']];

/** Bytes, compressed. */
const SCRIPT = 15_000;

const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const problems = [];
const expect = (is, what) => { if (!is) problems.push(what); };
const reader = await newReader(browser, server.origin);
reader.problems = new Set();
const page = reader.scripted;

const answered = () => page.waitForFunction(() => {
  const { dataset } = document.querySelector('#fp-search');
  const count = document.querySelector('#fp-count').textContent;
  return count !== '' && count !== dataset.wait;
});
async function results() {
  await answered();
  const hrefs = await page.locator('#fp-results a').evaluateAll((links) => links.map((link) => link.href));
  return hrefs.map((href) => new URL(href).pathname);
}
async function find(tree, words, edition) {
  const asked = new URLSearchParams({ q: words, ...(edition && { edition }) });
  // An address that differs only behind `#` is not loaded anew.
  await page.goto('about:blank');
  await page.goto(`${server.origin}/${tree}/search/#${asked}`);
  return results();
}

for (const [cases, edition] of [[CASES, ''], [EASY, 'easy']]) {
  for (const [tree, words, wanted] of cases) {
    const found = await find(tree, words, edition);
    const expected = wanted && encodeURI(`/${tree}/${wanted}`);
    expect((found[0] ?? null) === expected, `${tree} "${words}" ${edition}: ${found[0] ?? 'nothing'} comes first`);
    expect(found.every((path) => path.includes('/services/') || path.endsWith('/easy-read/') === (edition === 'easy')),
      `${tree} "${words}" ${edition}: a page of the other edition is found`);
    expect(found.every((path) => path.startsWith(`/${tree}/`)), `${tree} "${words}": a result is of another place or language`);
  }
}
for (const [tree, typed, meant] of SAME) {
  const [a, b] = [await find(tree, typed), await find(tree, meant)];
  expect(a.length > 0 && b.includes(a[0]), `${tree} "${typed}" does not lead where "${meant}" does: ${a[0]}`);
}
for (const [tree, typed, meant] of NEAR) {
  const found = (await find(tree, typed)).slice(0, 5);
  expect(found.includes(`/${tree}/${meant}`), `${tree} "${typed}" does not lead to ${meant}: ${found.join(' ')}`);
}
for (const [tree, words, elsewhere] of ELSEWHERE) {
  const found = await find(tree, words);
  expect(!found.some((path) => path.endsWith(elsewhere)), `${tree} "${words}": ${elsewhere} is found`);
}

// From the head of a page, by the keyboard alone; no address that a server is asked for holds what was typed.
const told = [];
page.on('request', (request) => told.push(request.url()));
await page.goto(`${server.origin}/en/money/`);
await page.locator('header [type=search]').focus();
await page.keyboard.type('dementia & zzzzqqqq');
await page.keyboard.press('Enter');
await page.waitForURL('**/en/search/#q=dementia%20%26%20zzzzqqqq');
expect((await results())[0] === '/en/at-home/dementia/', 'the form in the head of a page does not lead to results');
await page.keyboard.press('Tab');
await page.keyboard.press('Enter');
await page.waitForURL('**/#main');
expect((await results()).length > 0, 'the link to the main part takes away what was found');
await page.locator('#fp-words').fill('pension');
await page.keyboard.press('Enter');
await page.waitForURL('**/#q=pension');
expect((await results())[0] === '/en/money/state-pension/', 'the form does not search again');
// From the box over its button and the choice of edition to the first result.
for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
await page.keyboard.press('Enter');
await page.waitForURL('**/en/money/state-pension/').catch(() => problems.push('Tab and Enter do not open the first result'));
await page.goBack();
await page.waitForURL('**/#q=pension');
await page.goBack();
await page.goBack();
expect((await results())[0] === '/en/at-home/dementia/', 'going back does not bring back what was found');
await page.goto(`${server.origin}/en/money/carers-allowance/easy-read/`);
await page.locator('header [type=search]').fill('dementia');
await page.keyboard.press('Enter');
await page.waitForURL('**/en/search/#q=dementia&edition=easy');
expect(await page.locator('#fp-easy').isChecked(), 'from a page in easy read, pages in easy read are not asked for');
const leaks = told.filter((url) => new URL(url).search !== '');
expect(leaks.length === 0, `the server is told what was typed: ${leaks[0]}`);

for (const tree of ['en', 'ur']) {
  await find(tree, tree === 'en' ? 'carer' : 'الاؤنس');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const problem of await violations(page)) problems.push(`${tree}/search/ [${width} px]: ${problem}`);
  }
}
const script = readdirSync(join(folder, 'assets')).find((name) => /^search\..*\.js$/.test(name));
const size = gzipSync(readFileSync(join(folder, 'assets', script)), { level: 9 }).length;
expect(size < SCRIPT, `the script has ${size} bytes`);
problems.push(...reader.problems);
await browser.close();
server.close();
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`searched ${CASES.length + EASY.length + SAME.length + NEAR.length + ELSEWHERE.length} times; the script has ${size} bytes compressed`);
