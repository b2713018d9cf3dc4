// Turns an open page into the colours of the theme that meet on it, by their names in theme.yaml.

import { readFileSync } from 'node:fs';

/** The pairs that the theme lists, as `front on back`. */
export function listedPairs() {
  const text = readFileSync(new URL('../../themes/default/theme.yaml', import.meta.url), 'utf8');
  const pairs = [...text.matchAll(/front: ([\w-]+), back: ([\w-]+)/g)];
  return new Set(pairs.map(([, front, back]) => `${front} on ${back}`));
}

/** Text whose colours meet in no listed pair, so that nobody has computed their contrast. */
export async function unlistedColours(page, listed) {
  const seen = await page.evaluate(meetings);
  const unlisted = seen.filter(({ names }) => names.length > 0 && !names.some((name) => listed.has(name)));
  return unlisted.map(({ names, html }) => `no pair of the theme says ${names[0]}: ${html}`);
}

/** Each meeting of text and ground on the page, under every name that its colours have. Runs in the page. */
function meetings() {
  const probe = document.body.appendChild(document.createElement('i'));
  const style = getComputedStyle(document.documentElement);
  const names = {};
  for (const name of [...style].filter((name) => name.startsWith('--'))) {
    const value = style.getPropertyValue(name).trim();
    if (!/^#[0-9a-f]{3,6}$/.test(value)) continue;
    probe.style.color = value;
    (names[getComputedStyle(probe).color] ??= []).push(name.slice(2));
  }
  probe.remove();
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return null;
  };
  const found = new Map();
  for (const element of document.querySelectorAll('body *')) {
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!says || !element.checkVisibility() || element === document.activeElement) continue;
    const [fronts, backs] = [getComputedStyle(element).color, ground(element)].map((colour) => names[colour] ?? []);
    const pairs = fronts.flatMap((front) => backs.map((back) => `${front} on ${back}`));
    if (!found.has(pairs.join())) found.set(pairs.join(), { names: pairs, html: element.outerHTML.slice(0, 100) });
  }
  return [...found.values()];
}
