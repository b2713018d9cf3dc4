// Turns a built sample into the pictures of the README, in tests/pictures. Run by hand: node pictures.mjs SITE_DIR

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const DESKTOP = { width: 1100, height: 640 };
const PHONE = { width: 390, height: 720 };
const PICTURES = [
  { name: 'home', path: '/leicestershire/en/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'easy-read', path: '/en/money/carers-allowance/easy-read/', viewport: DESKTOP, colorScheme: 'light', from: 'main' },
  { name: 'urdu', path: '/ur/', viewport: PHONE, colorScheme: 'light', from: '.menu' },
  { name: 'sensitive', path: '/en/staying-safe/', viewport: PHONE, colorScheme: 'dark' },
];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node pictures.mjs SITE_DIR');
  process.exit(2);
}

const server = await serve(folder);
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
for (const { name, path, viewport, colorScheme, from } of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme });
  const answer = await page.goto(server.origin + path, { waitUntil: 'networkidle' });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  if (from) await page.locator(from).evaluate((element) => scrollTo(0, element.offsetTop));
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url)) });
  await page.close();
}
await browser.close();
server.close();
