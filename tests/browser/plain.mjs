// Turns the sample's site into what a reader cannot reach who has JavaScript switched off: walks by its links alone, from the
// front page to a service, to another place and to what the search page has instead. Run: node plain.mjs SITE_DIR

import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node plain.mjs SITE_DIR');
  process.exit(2);
}
const server = await serve(folder);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const problems = [];
const steps = [];
for (const lang of ['en', 'cy', 'ur']) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('response', (response) => response.status() >= 400 && problems.push(`${lang}: ${response.url()} is not there`));
  page.on('request', (request) => request.url().startsWith(server.origin) || problems.push(`${lang}: asks ${request.url()}`));
  await walk(page, lang).catch((error) => problems.push(`${lang}, at ${page.url()}: ${error.message.split('\n')[0]}`));
  await context.close();
}
await browser.close();
server.close();
for (const problem of problems) console.log(problem);
console.log(`${steps.length} steps without JavaScript, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function walk(page, lang) {
  // Not every place has every language.
  const elsewhere = lang === 'ur' ? 'hartlepool' : 'gwynedd';
  const [home, other] = [`/leicestershire/${lang}/`, `/${elsewhere}/${lang}/`];
  await page.goto(`${server.origin}/`);
  await follow(page, `main a[hreflang="${lang}"]`, `/${lang}/`);
  await follow(page, 'a.areas', `/${lang}/areas/`);
  await follow(page, '[data-area=leicestershire] a', home);
  await shows(page, { place: true });
  const section = `${home}${lang === 'cy' ? 'arian' : 'money'}/`;
  await follow(page, `#fp-menu a[href$="${section.split('/').at(-2)}/"]`, section);
  await follow(page, '.tiles a', null);
  const topic = page.url();
  await shows(page, { text: 200 });
  await follow(page, '.crumbs a', home);
  await follow(page, '.cards .card a', `${home}services/`);
  await shows(page, { text: 100 });
  if ((await page.locator('.reach a[href^="tel:"], .reach a[href^="mailto:"]').count()) === 0) problems.push(`${page.url()} says no way to get in touch`);
  await follow(page, 'a.areas', `/${lang}/areas/`);
  await follow(page, `[data-area=${elsewhere}] a`, other);
  const [here, there] = await Promise.all([page.locator('#fp-contact').innerText(), text(page, `${server.origin}${home}`)]);
  if (here === there) problems.push(`${lang}: two places show the same contact`);
  await follow(page, '#fp-menu a', null);
  // The search is a form: without its script it leads to the A to Z, and tells the server nothing of what was typed.
  await page.locator('header [type=search]').fill('x');
  await page.locator('header .find button').click();
  await page.waitForURL((url) => url.pathname === `${other}search/` && url.search === '');
  const named = new URL(topic).pathname.replace(home, other);
  await follow(page, `.a-z a[href$="${named.replace(other, '')}"]`, named);
  await shows(page, { text: 200 });
}

/** Clicks a link, and is where it leads: below `wanted`, or anywhere else than before. */
async function follow(page, selector, wanted) {
  const link = page.locator(selector).first();
  if (!(await link.isVisible())) throw new Error(`${selector} is not to be seen`);
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
  const { pathname } = new URL(page.url());
  if (wanted && !pathname.startsWith(wanted)) throw new Error(`${selector} leads to ${pathname}, not to ${wanted}`);
  if ((await page.locator('h1').count()) !== 1) problems.push(`${pathname} has no heading`);
  steps.push(pathname);
}

async function shows(page, { place, text = 20 }) {
  const said = await page.locator('main').innerText();
  if (said.length < text) problems.push(`${page.url()} says little: ${said}`);
  if (place && !(await page.locator('.brand .place').isVisible())) problems.push(`${page.url()} names no place`);
}

async function text(page, address) {
  const other = await page.context().newPage();
  await other.goto(address);
  const said = await other.locator('#fp-contact').innerText();
  await other.close();
  return said;
}
