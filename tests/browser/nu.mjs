// Turns a built site into the findings of the Nu Html Checker on every page and stylesheet: an error fails, a warning
// is shown. Run: node nu.mjs SITE_DIR

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import jar from 'vnu-jar';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node nu.mjs SITE_DIR');
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true })
  .filter((name) => /\.(html|css|svg)$/.test(name))
  .map((name) => join(folder, name))
  .sort();
if (files.length === 0) {
  console.error(`${folder}: there is no page to read`);
  process.exit(1);
}

const flags = ['--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', '--also-check-svg'];
const options = { encoding: 'utf8', maxBuffer: 1 << 30 };
const run = spawnSync('java', ['-Xss2m', '-jar', String(jar), ...flags, ...files], options);
if (run.error || run.status !== 0) {
  console.error(run.error?.message ?? run.stderr);
  process.exit(1);
}

/** Messages that are alike, each with the places where it stands. */
const grouped = new Map();
for (const { type, subType, message, url, lastLine, lastColumn } of JSON.parse(run.stdout).messages) {
  const severity = type === 'info' ? subType ?? 'info' : 'error';
  const key = `${severity}: ${message}`;
  const path = relative(folder, url?.startsWith('file:') ? fileURLToPath(url) : url ?? folder);
  if (!grouped.has(key)) grouped.set(key, []);
  grouped.get(key).push(`${path}:${lastLine ?? 1}:${lastColumn ?? 1}`);
}

let errors = 0;
for (const [message, places] of [...grouped].sort()) {
  if (message.startsWith('error')) errors += places.length;
  console.log(`${message}\n    ${places.length} times: ${places.slice(0, 3).join('  ')}`);
}
console.log(`${files.length} files read, ${errors} errors`);
process.exitCode = errors > 0 ? 1 : 0;
