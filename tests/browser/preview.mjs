// Turns a copy of a portal and its preview into what an editor sees of edits and mistakes in Chromium.
// Run: node preview.mjs PROGRAM PORTAL_DIR (a copy that may be changed)

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const [program, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node preview.mjs PROGRAM PORTAL_DIR');
  process.exit(2);
}

const problems = [];
const expect = (is, what) => { if (!is) problems.push(what); };

const server = spawn(program, ['-C', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
const [origin] = await new Promise((resolve) => createInterface(server.stdout).once('line', (line) => resolve([line.trim()])));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
page.setDefaultTimeout(20_000);
await page.addInitScript({ content: axe.source });
page.on('console', (message) => {
  if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) problems.push(`console: ${message.text()}`);
});
page.on('pageerror', (error) => problems.push(`script: ${error.message}`));

const home = join(folder, 'content/pages/index.en.md');
const original = readFileSync(home, 'utf8');
const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Files as they were, by path; null for one that was not there. */
const before = new Map();
const write = (path, text) => {
  const file = join(folder, path);
  if (!before.has(file)) before.set(file, read(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const read = (path) => {
  try { return readFileSync(join(folder, path), 'utf8'); } catch { return null; }
};
const edit = (path, from, to) => {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  write(path, text.replace(from, to));
};
/** The portal's own copy of a file that the program brings. */
const adopt = (path) => write(path, readFileSync(join(repository, path), 'utf8'));
const toggle = page.locator('#fingerpost-preview #toggle');
const panel = page.locator('#fingerpost-preview #panel');

try {
  await page.goto(`${origin}en/`);
  await toggle.waitFor();
  const first = await page.locator('main').innerText();

  writeFileSync(home, `${original}\nAn editor was here.\n`);
  await page.locator('main', { hasText: 'An editor was here.' }).waitFor();

  writeFileSync(home, original.replace(/^title:.*$/m, 'title: [broken'));
  await toggle.filter({ hasText: 'error' }).waitFor();
  expect((await page.locator('main').innerText()).includes('An editor was here.'), 'the last good page is not shown');
  await toggle.focus();
  await page.keyboard.press('Enter');
  await panel.filter({ hasText: 'Y001' }).waitFor();
  expect((await panel.innerText()).includes('content/pages/index.en.md:'), 'the finding does not name its file');
  expect((await panel.innerText()).includes('as it was before'), 'nothing says that the page is an older one');
  const found = await page.evaluate(async () => {
    const { passes, violations } = await window.axe.run('#fingerpost-preview');
    return passes.length > 5 ? violations.map((violation) => violation.id) : ['nothing to look at'];
  });
  expect(found.length === 0, `axe finds in the panel: ${found.join(', ')}`);
  const guide = await browser.newPage();
  await guide.addInitScript({ content: axe.source });
  await guide.goto(new URL(await panel.getByRole('link', { name: 'Y001' }).first().getAttribute('href'), origin).href);
  expect((await guide.locator('h1').innerText()).startsWith('Y001: '), 'the panel does not lead to the guide');
  const inGuide = await guide.evaluate(async () => (await window.axe.run()).violations.map((violation) => violation.id));
  expect(inGuide.length === 0, `axe finds in the guide: ${inGuide.join(', ')}`);
  await guide.close();
  await panel.locator('select').first().focus();
  await page.keyboard.press('Escape');
  expect(!(await panel.isVisible()), 'Escape does not close the panel');
  expect(await page.evaluate(() => document.activeElement?.id === 'fingerpost-preview'), 'the focus is lost');

  writeFileSync(home, original);
  await page.waitForFunction((text) => document.querySelector('main').innerText === text, first);
  await toggle.filter({ hasNotText: 'error' }).waitFor();

  // A figure, in the page that stays open.
  await page.goto(`${origin}en/money/carers-allowance/`);
  await toggle.waitFor();
  edit('content/facts.yaml', 'value: 86.45', 'value: 91.37');
  await page.locator('main', { hasText: '91.37' }).waitFor();

  // A title, in its page and in the list of its section.
  edit('content/pages/money/carers-allowance.en.md', '\ntitle: ', '\ntitle: Edited ');
  await page.locator('h1', { hasText: 'Edited' }).waitFor();
  await page.goto(`${origin}en/money/`);
  await page.locator('main a', { hasText: 'Edited' }).first().waitFor();

  // A new page in a new folder, in the site map: the home page of the sample chooses its sections.
  await page.goto(`${origin}en/site-map/`);
  await toggle.waitFor();
  const front = (title) => `---\ntitle: ${title}\nsummary: In a new folder.\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\n`;
  write('content/pages/brand-new/index.en.md', `${front('A brand new section')}Read on.\n`);
  write('content/pages/brand-new/inner/page.en.md', `${front('An inner page')}Its text.\n`);
  await page.locator('main a', { hasText: 'A brand new section' }).first().click();
  await page.waitForURL(/brand-new/);
  await page.locator('main a', { hasText: 'An inner page' }).click();
  await page.locator('main', { hasText: 'Its text.' }).waitFor();
  await toggle.waitFor();
  edit('content/pages/brand-new/inner/page.en.md', 'Its text.', 'Its better text.');
  await page.locator('main', { hasText: 'Its better text.' }).waitFor();

  expect((await page.request.get(`${origin}__fingerpost/state?path=/en/`).then((got) => got.text())).includes('T010'),
    'nothing says that a new page waits for its translation');

  // A service, in the list of all.
  await page.goto(`${origin}en/services/`);
  await toggle.waitFor();
  edit('content/services/england-benefits-advice.yaml', 'name: ', 'name: AAA ');
  await page.locator('main a', { hasText: 'AAA' }).first().waitFor();

  // A string and a template.
  adopt('locales/en.ftl');
  edit('locales/en.ftl', 'skip-to-content = ', 'skip-to-content = Please ');
  await page.locator('a', { hasText: 'Please Skip' }).first().waitFor({ state: 'attached' });
  adopt('themes/default/templates/layout.html');
  edit('themes/default/templates/layout.html', '<main', '<main data-edited="yes"');
  await page.locator('main[data-edited]').waitFor();

  // The whole at a glance: what is due shows while it is open, and each cell leads to its page.
  await toggle.press('Enter');
  await panel.getByRole('link', { name: /Dashboard/ }).press('Enter');
  await page.waitForURL(/__fingerpost\/dashboard/);
  await toggle.waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.heat td.own')).backgroundColor !== 'rgba(0, 0, 0, 0)'), 'the dashboard has no style');
  edit('content/pages/brand-new/index.en.md', 'review_by: 2027-05-01', 'review_by: 2026-11-02');
  await page.locator('#reviews', { hasText: 'content/pages/brand-new/index.en.md' }).waitFor();
  const inDashboard = await page.evaluate(async () => (await window.axe.run()).violations.map((violation) => violation.id));
  expect(inDashboard.length === 0, `axe finds in the dashboard: ${inDashboard.join(', ')}`);
  await page.locator('#pages tr', { hasText: 'brand-new/inner/page' }).locator('td a').first().click();
  await page.waitForURL(/brand-new\/inner\/page/);

  await toggle.waitFor();
  if (!(await panel.isVisible())) await toggle.press('Enter');
  await page.goto(`${origin}en/`);
  await panel.locator('select[name=language]').selectOption('ur');
  await panel.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await page.waitForURL(/\/ur\//);
  await toggle.filter({ hasText: 'پیش منظر' }).waitFor();
  const box = await toggle.boundingBox();
  expect(box.x < 200, 'the panel does not stand at the end of a page from right to left');
  expect(await page.evaluate(() => document.documentElement.dir === 'rtl'), 'the page is not from right to left');
  await panel.locator('input[type=date]').fill('2031-01-31');
  await panel.locator('button[type=submit]').last().press('Enter');
  await page.waitForFunction(async () => {
    const state = await (await fetch('/__fingerpost/state?path=/ur/')).json();
    return state.day === '2031-01-31';
  });
} catch (error) {
  problems.push(error.message);
} finally {
  writeFileSync(home, original);
  for (const [file, text] of before) {
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
  }
  await browser.close();
  server.kill();
}

for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'the preview shows edits and mistakes' : `${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
