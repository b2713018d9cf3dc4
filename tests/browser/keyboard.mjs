// Turns pages of a running site into what somebody cannot do who has a keyboard, a narrow screen or no script.

const PHONE = { width: 320, height: 640 };
/** What 400% zoom leaves of a screen of 1280 by 1024. */
const ZOOMED = { width: 320, height: 256 };

/** The menu of a narrow screen: folded, opened by its button, walked with Tab, folded again. */
export async function menuProblems(page, address) {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  const problems = [];
  const list = page.locator('#fp-menu');
  const opener = page.locator('.opener');
  if (await list.isVisible()) problems.push('the menu is open before anybody asks for it');
  await opener.focus();
  await page.keyboard.press('Enter');
  if (!(await list.isVisible())) problems.push('Enter does not open the menu');
  if ((await opener.getAttribute('aria-expanded')) !== 'true') problems.push('an open menu does not say so');
  const wanted = await list.locator('a').count();
  const reached = new Set();
  for (let stop = 0; stop < wanted + 2; stop += 1) {
    await page.keyboard.press('Tab');
    const link = await page.evaluate(() => document.activeElement?.closest('#fp-menu a')?.href ?? null);
    if (link) reached.add(link);
  }
  if (reached.size !== wanted) problems.push(`Tab reaches ${reached.size} of the menu's ${wanted} links`);
  await opener.focus();
  await page.keyboard.press('Space');
  if (await list.isVisible()) problems.push('Space does not fold the menu');
  return problems.map((problem) => `menu: ${problem}`);
}

/** The way out of a sensitive page: in sight when scrolled, by key and by click, gone from the history, never in the way. */
export async function exitProblems(page, address, leadsTo) {
  const problems = [];
  await page.setViewportSize(PHONE);
  await page.goto('about:blank');
  await page.goto(address);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  const box = await page.locator('.exit a').boundingBox();
  if (!box || box.y < 0 || box.y > PHONE.height / 4) problems.push('it is out of sight when the page is scrolled');
  if (box && box.height > PHONE.height / 8) problems.push(`it covers ${Math.round(box.height)} px of a phone's screen`);
  for (const way of ['Shift', 'click']) {
    await page.goto('about:blank');
    await page.goto(address);
    if (way === 'click') await page.locator('.exit a').click();
    else for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL((url) => url.href.startsWith(leadsTo), { timeout: 10_000 }).catch(() => {
      problems.push(`${way} does not lead away`);
    });
    await page.goBack();
    if (page.url() !== 'about:blank') problems.push(`after ${way}, "back" leads to the page again`);
  }
  problems.push(await earlyProblem(page, address, leadsTo));
  await page.goto(address);
  await page.keyboard.press('Shift');
  await page.keyboard.press('A');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  if (page.url() !== address) problems.push('typing a capital letter leads away');
  await page.setViewportSize(ZOOMED);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  if ((await page.locator('.exit a').boundingBox()).y >= 0) problems.push('it stays on top of the text at 400% zoom');
  return problems.filter(Boolean).map((problem) => `way out: ${problem}`);
}

/** The way out works while the rest of the page is still on its way. */
async function earlyProblem(other, address, leadsTo) {
  const page = await other.context().newPage();
  await page.addInitScript(() => {
    const leave = (_, watch) => {
      if (document.readyState !== 'loading' || !document.querySelector('.exit a')) return;
      watch.disconnect();
      for (let press = 0; press < 3; press += 1) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    };
    new MutationObserver(leave).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const left = await page.waitForURL((url) => url.href.startsWith(leadsTo), { timeout: 10_000 }).then(() => true, () => false);
  await page.close();
  return left ? null : 'it does not work before the page is complete';
}

/** Without a script the whole menu is there, and the way out is a link. */
export async function plainProblems(page, address) {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  const problems = [];
  if (!(await page.locator('#fp-menu').isVisible())) problems.push('the menu is not there');
  if (await page.locator('.opener, .print').first().isVisible()) problems.push('a button is shown that does nothing');
  const exit = page.locator('.exit a');
  if ((await exit.count()) > 0 && !/^https:/.test(await exit.getAttribute('href'))) problems.push('the way out is no link');
  return problems.map((problem) => `without scripts: ${problem}`);
}
