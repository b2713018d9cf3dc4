// Turns the dashboard that `matrix --format html` wrote into accessibility findings, in light and dark, narrow and wide.
// Run: node dashboard.mjs FOLDER, which holds it as index.html

import { chromium } from 'playwright-core';
import { inspect, newReader } from './inspect.mjs';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node dashboard.mjs FOLDER');
  process.exit(2);
}

const server = await serve(folder);
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
const reader = await newReader(browser, server.origin);
// Like a chooser of languages it has no menu to skip.
const problems = await inspect(reader, { path: '/', lang: 'en', kind: 'chooser', sensitive: false });
await browser.close();
server.close();

for (const problem of problems.sort()) console.log(problem);
console.log(problems.length > 0 ? 'the dashboard failed' : 'the dashboard passed');
process.exitCode = problems.length > 0 ? 1 : 0;
