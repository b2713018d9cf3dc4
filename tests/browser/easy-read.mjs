// Turns the easy-read pages of a built site into faults of their layout: the rows of the table in src/checks/words.rs that
// a theme keeps, as a browser computes them, and as the prints are set. node easy-read.mjs SITE_DIR

import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node easy-read.mjs SITE_DIR');
  process.exit(2);
}

// Some pages of each language, in its own words: the layout is the same in every place.
const LANGUAGES = ['en', 'cy', 'ur', 'pl'];
const SCREENS = [
  { width: 320, height: 800, media: 'screen' },
  { width: 1280, height: 900, media: 'screen' },
  { width: 794, height: 1123, media: 'print' },
];

const server = await serve(folder);
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
const faults = [];
let looked = 0;
let rows = 0;
for (const path of await paths()) {
  for (const { media, ...viewport } of SCREENS) {
    const page = await browser.newPage({ viewport });
    await page.emulateMedia({ media });
    const answer = await page.goto(server.origin + path, { waitUntil: 'load' });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
    const seen = await page.evaluate(layout, { media, width: viewport.width });
    rows += seen.rows;
    faults.push(...seen.faults.map((fault) => `${path} at ${viewport.width} px, ${media}: ${fault}`));
    looked += 1;
    await page.close();
  }
}
await browser.close();
server.close();
if (rows === 0) faults.push('no row of easy read was found at all');
const prints = await printed();
if (prints.length === 0) faults.push('no print in easy read was found at all');
for (const print of prints) faults.push(...paper(print).map((fault) => `${relative(folder, print)}: ${fault}`));
for (const fault of new Set(faults)) console.error(fault);
console.log(`${looked} views of easy-read pages with ${rows} rows, ${prints.length} prints: ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);

/** The pages that are looked at, as paths from the front. */
async function paths() {
  const found = [];
  for (const [order, language] of LANGUAGES.entries()) {
    const files = await readdir(join(folder, language), { recursive: true, withFileTypes: true });
    const easy = files.filter((file) => file.name === 'easy-read' && file.isDirectory());
    const pages = easy.map((file) => `/${relative(folder, join(file.parentPath ?? file.path, file.name))}/`);
    const own = [];
    for (const page of pages) {
      const html = await readFile(join(folder, page, 'index.html'), 'utf8');
      if (!html.includes('notice-untranslated')) own.push(page);
    }
    found.push(...own.sort().slice(0, order === 0 ? 4 : 2));
  }
  return found;
}

/** The prints in easy read, one of each language. */
async function printed() {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = files.map((file) => join(file.parentPath ?? file.path, file.name));
  const easy = all.filter((file) => file.endsWith('-easy-read.pdf')).sort();
  return LANGUAGES.flatMap((language) => easy.find((file) => relative(folder, file).startsWith(`${language}/`)) ?? []);
}

/** Rows 8, 26 and 29, of a print: all that stands there, page numbers too, is as large as the text. */
function paper(file) {
  const zoom = 3;
  const xml = execFileSync('pdftohtml', ['-xml', '-zoom', zoom, '-stdout', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const found = [];
  const sizes = [...xml.matchAll(/<fontspec id="\d+" size="(\d+)"/g)].map(([, size]) => size / zoom);
  const pages = [...xml.matchAll(/<page number="(\d+)".* height="(\d+)" width="(\d+)"/g)];
  if (sizes.length === 0 || pages.length === 0) found.push('nothing is to be read');
  if (Math.min(...sizes) < 15.9) found.push(`row 8, row 29: ${Math.min(...sizes)} pt`);
  if (pages.length > 20) found.push(`row 26: ${pages.length} pages`);
  for (const [, number, height, width] of pages) {
    const [least, most] = [width / zoom, height / zoom].sort((a, b) => a - b);
    if (least < 419 || most < 595) found.push(`row 29: page ${number} is smaller than A5`);
  }
  const grounds = [...xml.matchAll(/<image .*width="(\d+)" height="(\d+)"/g)].filter(([, width]) => width / zoom > 300);
  if (grounds.length > 0) found.push('row 29: a picture stands behind the text');
  return found;
}

/** Runs in the page. A point is 4/3 of a CSS pixel. */
function layout({ media, width }) {
  const POINT = 4 / 3;
  const faults = new Set();
  const article = document.querySelector('main article') ?? document.querySelector('main');
  const start = (element) => (getComputedStyle(element).direction === 'rtl' ? 'right' : 'left');
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const name = (element) => `${element.localName}: ${element.textContent.trim().slice(0, 40)}`;

  const rows = [...article.querySelectorAll('.row')];
  for (const row of rows) {
    const picture = row.querySelector('.picture')?.getBoundingClientRect();
    const text = row.querySelector('.row-text')?.getBoundingClientRect();
    if (!picture || !text) { faults.add('row 5: a row without a picture or a text'); continue; }
    const before = start(row) === 'left' ? picture.right <= text.left + 1 : picture.left >= text.right - 1;
    const beside = picture.top < text.bottom && text.top < picture.bottom;
    if (!before || !beside) faults.add(`row 5: the picture is not at the start side: ${name(row)}`);
    if (picture.width < 60) faults.add(`row 5: the picture is only ${Math.round(picture.width)} px wide`);
    const ground = getComputedStyle(row.querySelector('.picture')).backgroundColor;
    if (ground !== 'rgb(255, 255, 255)') faults.add(`row 29: a drawing in black stands on ${ground}`);
  }

  for (const element of article.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (!says(element) || element.closest('.credits, .dates, .tools, nav') || style.display === 'none') continue;
    const size = parseFloat(style.fontSize);
    const least = element.closest('.row, h1, h2, h3, .summary, .hard-words') ? 16 : 14;
    if (size < least * POINT - 0.1) faults.add(`row 8: ${(size / POINT).toFixed(1)} pt: ${name(element)}`);
    if (style.fontStyle !== 'normal') faults.add(`row 9: italics: ${name(element)}`);
    if (style.textDecorationLine.includes('underline') && !element.closest('a')) faults.add(`row 9: underlined: ${name(element)}`);
    if (style.textTransform !== 'none' || style.fontVariantCaps !== 'normal') faults.add(`row 9: capitals: ${name(element)}`);
    if (!['start', start(element)].includes(style.textAlign)) faults.add(`row 11: text-align ${style.textAlign}: ${name(element)}`);
    if (style.hyphens === 'auto') faults.add(`row 11: hyphenated: ${name(element)}`);
    const leading = parseFloat(style.lineHeight) / size;
    if (element.matches('p, li, dd') && leading < 1.499) faults.add(`row 13: line spacing ${leading.toFixed(2)}: ${name(element)}`);
    if (style.backgroundImage !== 'none') faults.add(`row 29: a ground that is not plain: ${name(element)}`);
  }

  // Row 12: the longest line that stands there, in characters; a narrow screen may make it shorter.
  const longest = Math.max(0, ...[...article.querySelectorAll('.row-text p')].map(charactersInALine));
  if (longest > 60) faults.add(`row 12: a line of ${longest} characters`);
  if (document.documentElement.scrollWidth > width && media === 'screen') faults.add('the page scrolls sideways');
  return { faults: [...faults], rows: rows.length };

  function charactersInALine(paragraph) {
    const lines = new Map();
    const range = document.createRange();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      for (let at = 0; at < node.data.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const line = Math.round((box.top + box.bottom) / 2 / 8);
        lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    return Math.max(0, ...lines.values());
  }
}
