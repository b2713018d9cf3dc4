// Turns a copy of a portal and its preview into what an editor sees of edits and mistakes in Chromium.
// Run: node preview.mjs PROGRAM PORTAL_DIR (a copy that may be changed)

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
const toggle = page.locator('#fingerpost-preview #toggle');
const panel = page.locator('#fingerpost-preview #panel');

try {
  await page.goto(`${origin}en/`);
  await toggle.waitFor();
  const before = await page.locator('main').innerText();

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
  await panel.locator('select').first().focus();
  await page.keyboard.press('Escape');
  expect(!(await panel.isVisible()), 'Escape does not close the panel');
  expect(await page.evaluate(() => document.activeElement?.id === 'fingerpost-preview'), 'the focus is lost');

  writeFileSync(home, original);
  await page.waitForFunction((text) => document.querySelector('main').innerText === text, before);
  await toggle.filter({ hasNotText: 'error' }).waitFor();

  await toggle.press('Enter');
  await panel.locator('select[name=language]').selectOption('ur');
  await panel.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await page.waitForURL(/\/ur\//);
  await toggle.waitFor();
  const box = await toggle.boundingBox();
  expect(box.x < 200, 'the panel does not stand at the end of a page from right to left');
  expect(await page.evaluate(() => document.documentElement.dir === 'rtl'), 'the page is not from right to left');
  await panel.locator('input[type=date]').fill('2031-01-31');
  await panel.getByRole('button', { name: 'Show that day' }).press('Enter');
  await page.waitForFunction(async () => {
    const state = await (await fetch('/__fingerpost/state?path=/ur/')).json();
    return state.day === '2031-01-31';
  });
} catch (error) {
  problems.push(error.message);
} finally {
  writeFileSync(home, original);
  await browser.close();
  server.kill();
}

for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'the preview shows edits and mistakes' : `${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
