// Turns a built site into a web server on loopback, with the headers that its `_headers` file asks a host for.

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf', '.ics': 'text/calendar', '.woff2': 'font/woff2',
};

/** Serves `folder`; gives the origin and a way to stop. */
export async function serve(folder) {
  const rules = await headerRules(folder);
  const server = createServer((request, response) => {
    answer(folder, rules, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const policies = rules.filter(({ name }) => name.toLowerCase() === 'content-security-policy');
  const strict = policies.some(({ value }) => /default-src 'none'/.test(value) && !/unsafe|\*|https?:/.test(value));
  return { origin: `http://127.0.0.1:${server.address().port}`, strict, close: () => server.close() };
}

async function answer(folder, rules, request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const wanted = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  const found = wanted.startsWith(normalize(folder)) && (await isFile(wanted));
  const file = found ? wanted : join(folder, '404.html');
  for (const { pattern, name, value } of rules) {
    if (pattern.test(path)) response.setHeader(name, value);
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.statusCode = found ? 200 : 404;
  if (found || (await isFile(file))) createReadStream(file).pipe(response);
  else response.end('not found');
}

async function isFile(path) {
  return stat(path).then((entry) => entry.isFile(), () => false);
}

/** Reads `_headers`: a path with `*`, then indented lines `Name: value`. */
async function headerRules(folder) {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  const rules = [];
  let pattern = null;
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header && pattern) rules.push({ pattern, name: header[1], value: header[2] });
    else if (line.startsWith('/')) pattern = new RegExp(`^${line.trim().split('*').map(escape).join('.*')}$`);
  }
  return rules;
}

function escape(text) {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
