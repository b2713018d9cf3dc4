// Turns a built sample into what a reader cannot do with its finder and lists: by keyboard, with axe-core, and without
// scripts. Run: node directory.mjs SITE_DIR

import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Postcodes and the places that the sample has for them. */
const POSTCODES = [
  ['le16 7zz', ['Harborough']], ['LE112AB', ['Charnwood']], [' TS24  8AY ', ['Hartlepool']], ['KY16 9AJ', ['Fife']],
  ['LL57 2ZZ', ['Gwynedd']], ['TS24', ['Hartlepool']], ['SW1A 1AA', []], ['hello', null], ['', null], ['LE16 7Z', null],
];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node directory.mjs SITE_DIR');
  process.exit(2);
}
const server = await serve(folder);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const problems = [];
const walks = { finder, filters, shortlist, plain };
for (const lang of ['en', 'ur']) {
  for (const [name, walk] of Object.entries(walks)) {
    const context = await browser.newContext({ javaScriptEnabled: name !== 'plain', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const say = (problem) => problems.push(`${name} (${lang}): ${problem}`);
    page.on('console', (message) => message.type() === 'error' && say(message.text()));
    page.on('pageerror', (error) => say(error.message));
    page.on('request', (request) => !request.url().startsWith(server.origin) && say(`asks ${request.url()}`));
    await walk(page, lang, say);
    if ((await context.cookies()).length > 0) say('sets a cookie');
    await context.close();
  }
}
await browser.close();
server.close();
for (const problem of problems) console.log(problem);
console.log(`${Object.keys(walks).length * 2} walks, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** A postcode typed and sent with Enter names its place, or says why it cannot. */
async function finder(page, lang, say) {
  await page.goto(`${server.origin}/${lang}/areas/`);
  await violations(page, say);
  const box = page.locator('#fp-postcode');
  for (const [postcode, wanted] of POSTCODES) {
    await page.evaluate(() => document.activeElement.blur());
    await page.mouse.click(0, 0);
    await tab(page, '#fp-postcode', say);
    await box.fill(postcode);
    await page.locator('.answer').evaluate((answer) => (answer.textContent = ''));
    await page.keyboard.press('Enter');
    await page.locator('.answer p').first().waitFor();
    const names = await page.locator('.answer a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    const expected = (wanted ?? []).map((name) => `/${name.toLowerCase()}/${lang}/`);
    const same = names.length === expected.length && names.every((name, at) => name.startsWith(expected[at].slice(0, -3)));
    if (!same) say(`\`${postcode}\` leads to ${names.join(', ') || 'nothing'}, not ${expected.join(', ') || 'nothing'}`);
    const kind = await page.locator('.answer').innerText();
    const bad = await page.locator('[data-say=bad]').evaluate((words) => words.content.textContent.trim());
    if ((wanted === null) !== (kind.trim() === bad)) say(`\`${postcode}\` is told: ${kind}`);
  }
  await box.fill('TS24 8AY');
  await page.keyboard.press('Enter');
  await page.locator('.answer a').waitFor();
  await violations(page, say);
  if (page.url().includes('TS24') || page.url().includes('?')) say('the postcode is in the address');
  for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab');
  if (!(await page.evaluate(() => document.activeElement.closest('.answer')))) say('Tab does not reach the answer');
}

/** Presses Tab, as a reader without a mouse does, until the focus is on such an element. */
async function tab(page, selector, say) {
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
      const box = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
      if (box.width === 0 || box.height === 0) say(`the focus is on ${selector}, which nobody sees`);
      return;
    }
  }
  say(`Tab does not reach ${selector}`);
}

/** Any of a group, all of the groups; counted, shared and cleared with the keyboard alone. */
async function filters(page, lang, say) {
  const address = `${server.origin}/harborough/${lang}/services/`;
  await page.goto(address);
  const all = await page.locator('.cards > li:visible').count();
  await tab(page, '.filters summary', say);
  await page.keyboard.press('Enter');
  await violations(page, say);
  const press = async (value) => {
    const box = page.locator(`.filters input[value="${value}"]`);
    const promised = Number(await box.locator('xpath=..').locator('.n').innerText());
    await tab(page, `.filters input[value="${value}"]`, say);
    await page.keyboard.press('Space');
    return promised;
  };
  const shown = () => page.locator('.cards > li:visible').count();
  const one = await press('online');
  if ((await shown()) !== one) say(`one choice shows ${await shown()} services, and promised ${one}`);
  await press('home-visit');
  const either = await shown();
  if (either < one) say('a second choice of a group takes services away');
  const both = await press('free');
  if ((await shown()) !== both || both >= either) say(`a choice of another group shows ${await shown()}, promised ${both}`);
  const status = await page.locator('.filters [role=status]').innerText();
  if (!status.includes(`${both} / ${all}`)) say(`the count says: ${status}`);
  await violations(page, say);
  const shared = page.url();
  if (shared === address) say('the choices are not in the address');
  await page.goto('about:blank');
  await page.goto(shared);
  if ((await shown()) !== both) say(`a shared address shows ${await shown()} services, not ${both}`);
  await tab(page, '.filters > button', say);
  await page.keyboard.press('Enter');
  if ((await shown()) !== all) say('clearing does not show all');
  if (page.url() !== address) say(`after clearing, the address is ${page.url()}`);
  if (!(await page.evaluate(() => document.activeElement.matches('summary')))) say('clearing loses the focus');
}

/** A service kept from a list and one from its own page, seen after a while, removed, and shared with another device. */
async function shortlist(page, lang, say) {
  const place = `${server.origin}/gwynedd/${lang === 'ur' ? 'cy' : lang}`;
  const count = () => page.locator('.shortlist .card').count();
  await page.goto(`${place}/services/`);
  if (await page.evaluate(() => localStorage.length)) say('something is kept before anybody adds a service');
  if (await page.locator('.discreet .keep').count()) say('a service whose address is kept secret can be added');
  await tab(page, '.cards > li:last-child .keep', say);
  await page.keyboard.press('Enter');
  await violations(page, say);
  await page.goto(`${place}/services/bangor-caffi-cof/`);
  await tab(page, '.lead .keep', say);
  await page.keyboard.press('Space');
  await violations(page, say);
  await tab(page, '.shortlist-way a', say);
  await page.keyboard.press('Enter');
  await page.waitForURL(/shortlist/);
  if ((await count()) !== 2) say(`two services were added, and ${await count()} are there`);
  await violations(page, say);
  const shared = await page.locator('.shortlist .link').evaluate((link) => link.href);
  if (!/shortlist\/#[a-z0-9-]+,bangor-caffi-cof$/.test(shared)) say(`the shared address is ${shared}`);
  await tab(page, '.shortlist .card .keep', say);
  await page.keyboard.press('Enter');
  if ((await count()) !== 1) say('a service cannot be removed');
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(shared);
  await page.locator('.shortlist .card').nth(1).waitFor();
  if (await page.evaluate(() => localStorage.length)) say('a shared list is kept unasked');
  await tab(page, '.shortlist .add', say);
  await page.keyboard.press('Enter');
  await page.reload();
  if ((await count()) !== 2) say(`a shared list of two that is kept has ${await count()}`);
  const other = `${server.origin}/hartlepool/en/shortlist/`;
  await page.goto(other);
  if ((await page.locator('.card:visible').count()) > 0) say('the list of one place is shown in another');
}

/** Without scripts no control stands idle, and all is there. */
async function plain(page, lang, say) {
  await page.goto(`${server.origin}/${lang}/areas/`);
  if (await page.locator('.finder').isVisible()) say('a finder that cannot work is shown');
  if ((await page.locator('.letter a').count()) < 5) say('the A to Z of places is not there');
  await page.goto(`${server.origin}/${lang}/areas/postcodes/`);
  if (!(await page.locator('main').innerText()).includes('TS24')) say('the postcodes of places are not listed');
  await page.goto(`${server.origin}/harborough/${lang}/shortlist/`);
  if (!(await page.locator('.empty a').isVisible())) say('the shortlist does not lead to the services');
  await page.goto(`${server.origin}/harborough/${lang}/services/`);
  if (await page.locator('.keep, .shortlist-way').first().isVisible()) say('a shortlist that cannot work is offered');
  if (await page.locator('.filters').isVisible()) say('filters that cannot work are shown');
  if ((await page.locator('.cards > li:visible').count()) < 6) say('the list is not there');
}

async function violations(page, say) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), RULES);
  for (const { id, help, nodes } of found.violations) say(`${id}: ${help}: ${nodes[0].html.slice(0, 120)}`);
}
