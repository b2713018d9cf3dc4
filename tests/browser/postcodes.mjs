// Turns the directory that the table of postcodes was made from into what the finder gets wrong: portals of all places of
// Great Britain and of single counties, and 10,000 postcodes typed into each. Run: node postcodes.mjs PROGRAM PORTAL TABLE

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const POSTCODES = 10_000;
/** What a county's table may weigh, compressed, in bytes. */
const COUNTY = 10_000;
/** Counties by the codes of their districts, as `covers` names them. */
const COUNTIES = {
  buckinghamshire: ['E06000060'],
  leicestershire: ['E07000129', 'E07000130', 'E07000131', 'E07000132', 'E07000133', 'E07000134', 'E07000135'],
  kent: [105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116].map((number) => `E07000${number}`),
};

const [program, portal, source] = process.argv.slice(2);
if (!portal) {
  console.error('usage: node postcodes.mjs PROGRAM PORTAL TABLE');
  process.exit(2);
}
if (!source || !existsSync(source)) {
  console.log('the directory that the table was made from is not here: nothing is compared');
  process.exit(0);
}
const table = JSON.parse(readFileSync(source, 'utf8'));
const typed = sample(POSTCODES);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const problems = [];
const authorities = table.la.filter((code) => !code.startsWith('N'));
const nations = new Map(authorities.map((code) => [code, code.toLowerCase()]));
await compare('every authority of Great Britain', nations, authorities.map((code) => [code.toLowerCase(), [code]]));
for (const [county, codes] of Object.entries(COUNTIES)) {
  const of = new Map(codes.map((code) => [code, county]));
  const bytes = await compare(county, of, [[county, codes]]);
  if (bytes > COUNTY) problems.push(`${county}: its table is ${bytes} bytes compressed, over ${COUNTY}`);
}
await browser.close();
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Builds a portal of these places and types all postcodes. `of` says which place an authority lies in. */
async function compare(what, of, places) {
  const site = build(places);
  const server = await serve(site);
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('.svg')) asked.push(request.url());
  });
  await page.goto(`${server.origin}/en/areas/`);
  const before = asked.length;
  const answers = await page.evaluate(ask, typed.map(({ postcode }) => postcode));
  const wrong = typed.filter(({ authority }, at) => answers[at] !== (of.get(authority) ?? ''));
  const first = wrong.slice(0, 3).map(({ postcode, authority }) => `${postcode} (${authority})`).join(', ');
  if (wrong.length > 0) problems.push(`${what}: ${wrong.length} of ${typed.length} postcodes are wrong: ${first}`);
  const found = answers.filter((answer) => answer !== '').length;
  if (asked.length !== before + 1) problems.push(`${what}: the finder asks for ${asked.slice(before).join(', ')}`);
  await page.close();
  server.close();
  const name = readdirSync(join(site, 'assets')).find((file) => file.startsWith('postcodes.'));
  const bytes = gzipSync(readFileSync(join(site, 'assets', name)), { level: 9 }).length;
  rmSync(resolve(site, '..'), { recursive: true });
  console.log(`${what}: ${typed.length - wrong.length} of ${typed.length} right, ${found} inside; table ${bytes} bytes compressed`);
  return bytes;
}

/** Types each postcode into the box; gives the id of the place that it names, or nothing. Runs in the page. */
async function ask(postcodes) {
  const form = document.querySelector('.finder');
  const ids = new Map([...document.querySelectorAll('[data-area] a')].map((link) => [link.href, link.parentElement.dataset.area]));
  const answers = [];
  for (const postcode of postcodes) {
    form.querySelector('input').value = postcode;
    form.querySelector('.answer').textContent = '';
    form.requestSubmit();
    // The table is there after the first answer, and then a few promises are all there is to wait for.
    for (let turn = 0; form.querySelector('.answer').childElementCount === 0; turn += 1) {
      await (turn < 9 ? null : new Promise((next) => setTimeout(next)));
    }
    const links = [...form.querySelectorAll('.answer a')];
    answers.push(links.length > 1 ? 'several' : (ids.get(links[0]?.href) ?? ''));
  }
  return answers;
}

/** Copies the portal's settings, with one page and these places. */
function build(places) {
  const folder = join(mkdtempSync(join(tmpdir(), 'fingerpost-postcodes-')), 'portal');
  const content = join(folder, 'content');
  for (const file of ['topics.yaml', 'audiences.yaml', 'organisations.yaml']) {
    cpSync(join(portal, 'content', file), join(content, file));
  }
  mkdirSync(join(content, 'pages'), { recursive: true });
  const settings = ['name: { en: Help }', 'base_url: https://carers.example.org', 'theme: default', 'languages: [en]',
    'organisation: carers-signpost', 'contact: { phone: 01632 960100 }', 'as_of: 2026-11-22'];
  writeFileSync(join(content, 'portal.yaml'), `${settings.join('\n')}\n`);
  const lines = places.map(([id, [gss, ...covers]]) =>
    `- { id: ${id}, parent: uk, kind: unitary, gss: ${gss}, name: { en: ${id} }, covers: [${covers}], contact: { phone: 01632 960100 } }`);
  writeFileSync(join(content, 'localities.yaml'),
    `- { id: uk, kind: country, gss: K02000001, name: { en: UK }, site: false }\n${lines.join('\n')}\n`);
  writeFileSync(join(content, 'pages/index.en.md'), '---\ntitle: Help\nsummary: Help.\nowner: a@b.example\nreviewed: 2026-10-01\n---\n\nWelcome.\n');
  const site = join(folder, '..', 'site');
  execFileSync(resolve(program), ['-C', folder, 'build', '--out', site], { stdio: 'pipe' });
  return site;
}

/** Postcodes out of the whole directory, half of them where a unit differs from its sector, with their authorities. */
function sample(count) {
  const random = numbers(20_261_122);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const outwards = Object.keys(table.o).filter((code) => !code.startsWith('BT'));
  const mixed = outwards.filter((code) => typeof table.o[code] === 'object');
  const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
  return Array.from({ length: count }, (_, at) => {
    const outward = pick(at % 2 ? outwards : mixed);
    const row = table.o[outward];
    const digits = Object.keys(row).filter((key) => key !== '*');
    const digit = digits.length > 0 && at % 4 ? pick(digits) : String(Math.floor(random() * 10));
    const listed = Object.values(row[digit]?.[1] ?? {}).flatMap((units) => units.match(/../g));
    const unit = listed.length > 0 && at % 3 ? pick(listed) : pick(letters) + pick(letters);
    const space = pick([' ', '', '  ']);
    const postcode = `${outward}${space}${digit}${unit}`;
    return { postcode: at % 5 ? postcode : postcode.toLowerCase(), authority: table.la[authority(row, digit, unit)] };
  });
}

/** What the directory says of a postcode. */
function authority(row, digit, unit) {
  if (typeof row === 'number') return row;
  const sector = row[digit] ?? row['*'];
  if (typeof sector === 'number') return sector;
  const other = Object.entries(sector[1]).find(([, units]) => units.match(/../g).includes(unit));
  return other ? Number(other[0]) : sector[0];
}

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
