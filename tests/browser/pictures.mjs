// Turns a built sample into pictures. Run by hand:
//
// node pictures.mjs SITE_DIR           makes those of the README, in tests/pictures
// node pictures.mjs SITE_DIR OUT_DIR [LANGUAGE...]
//                                      makes those that somebody looks through after a change of the theme: every kind of
//                                      page in English, Welsh and Urdu, on a phone and a desktop, in light, dark, forced
//                                      colours and print, and sheets that show many at once

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { pagesOf } from './pages.mjs';
import { serve } from './server.mjs';

const DESKTOP = { width: 1100, height: 640 };
const PHONE = { width: 390, height: 720 };
const PICTURES = [
  { name: 'home', path: '/leicestershire/en/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'easy-read', path: '/en/money/carers-allowance/easy-read/', viewport: DESKTOP, colorScheme: 'light', from: '.editions' },
  { name: 'urdu', path: '/ur/', viewport: PHONE, colorScheme: 'light', from: '.menu' },
  { name: 'sensitive', path: '/en/staying-safe/', viewport: PHONE, colorScheme: 'dark' },
];
const LOOKS = [
  { name: 'phone-light', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  { name: 'desktop-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'forced', viewport: { width: 800, height: 900 }, colorScheme: 'dark', forcedColors: 'active' },
  { name: 'print', viewport: { width: 660, height: 900 }, colorScheme: 'light', media: 'print' },
];
/** Pictures on one sheet, and how wide and high each is shown. */
const SHEET = { pictures: 12, columns: 6, width: 320, height: 640 };

const [folder, out, ...languages] = process.argv.slice(2);
if (languages.length === 0) languages.push('en', 'cy', 'ur');
if (!folder) {
  console.error('usage: node pictures.mjs SITE_DIR [OUT_DIR [LANGUAGE...]]');
  process.exit(2);
}

const server = await serve(folder);
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
if (out) for (const language of languages) await gallery(language);
else for (const picture of PICTURES) await one(picture);
await browser.close();
server.close();

async function one({ name, path, viewport, colorScheme, from }) {
  const page = await browser.newPage({ viewport, colorScheme });
  const answer = await page.goto(server.origin + path, { waitUntil: 'networkidle' });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  if (from) await page.locator(from).evaluate((element) => scrollTo(0, element.offsetTop));
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url)) });
  await page.close();
}

/** Every kind of page in a language, in every look. */
async function gallery(language) {
  mkdirSync(out, { recursive: true });
  const kinds = new Map();
  for (const page of pagesOf(folder).filter(({ lang }) => lang === language)) {
    const kind = page.sensitive ? `sensitive ${page.kind}` : page.kind;
    // The richest of a kind.
    if (!(kinds.get(kind)?.features.size >= page.features.size)) kinds.set(kind, page);
  }
  const query = { en: 'carer', cy: 'gofalwr', ur: 'الاؤنس' }[language];
  const found = { path: `/${language}/search/#q=${encodeURIComponent(query)}` };
  const pages = [...kinds, ['results', found]];
  for (const { name, media, ...look } of LOOKS) {
    const context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
    const files = [];
    for (const [kind, { path }] of pages) {
      const page = await context.newPage();
      if (media) await page.emulateMedia({ media });
      await page.goto(server.origin + path, { waitUntil: kind === 'results' ? 'networkidle' : 'load' });
      await page.evaluate(everyPicture);
      const file = join(out, `${language}-${kind.replaceAll(' ', '-')}-${name}.png`);
      await page.screenshot({ path: file, fullPage: true, clip: await extent(page, look.viewport) });
      files.push([kind, file]);
      await page.close();
    }
    await context.close();
    for (let at = 0; at < files.length; at += SHEET.pictures) {
      await sheet(files.slice(at, at + SHEET.pictures), join(out, `sheet-${language}-${name}-${at / SHEET.pictures}.png`));
    }
    console.log(`${language} ${name}: ${files.length} pictures`);
  }
}

/** Fetches what a reader sees after scrolling. Runs in the page. */
async function everyPicture() {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode()));
}

/** As much of a page as a sheet shows. */
async function extent(page, { width }) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width, height: Math.min(height, width * 4) };
}

async function sheet(files, path) {
  const page = await browser.newPage({ viewport: { width: SHEET.columns * (SHEET.width + 12), height: 400 } });
  const cells = files.map(([kind, file]) => `<figure><figcaption>${kind}</figcaption><img src="${pathToFileURL(file)}"></figure>`);
  const style = `body{margin:0;display:flex;flex-wrap:wrap;gap:6px;background:#888;font:16px sans-serif}figure{margin:0;width:${SHEET.width}px}img{width:100%;max-height:${SHEET.height}px;object-fit:cover;object-position:top}`;
  await page.goto(pathToFileURL(fileURLToPath(import.meta.url)).href);
  await page.setContent(`<style>${style}</style>${cells.join('')}`, { waitUntil: 'load' });
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
