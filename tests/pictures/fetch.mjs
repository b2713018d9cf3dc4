// Turns the list of the theme's pictures into their files: takes the drawings from npm `openmoji`, makes them small and
// safe, and puts the text of their licence beside them. Run by hand: node tests/pictures/fetch.mjs

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OPENMOJI = "openmoji@17.0.0";
const SVGO = "svgo@4";
const theme = join(dirname(fileURLToPath(import.meta.url)), "../../themes/default");
const folder = join(theme, "pictures");

const work = mkdtempSync(join(tmpdir(), "pictures-"));
execFileSync("npm", ["install", "--prefix", work, "--ignore-scripts", "--no-audit", "--no-fund", OPENMOJI, SVGO]);
const { optimize } = createRequire(join(work, "package.json"))("svgo");
const openmoji = join(work, "node_modules/openmoji");
const known = JSON.parse(readFileSync(join(openmoji, "data/openmoji.json"), "utf8"));

// One record for each `- id:`; each key that is needed stands on a line of its own.
const records = readFileSync(join(theme, "pictures.yaml"), "utf8").split(/^- id: /m).slice(1);
const wanted = records.map((record) => ({
  file: /^ {2}file: (.+)$/m.exec(record)[1],
  author: /^ {2}author: '?(.+?)'?$/m.exec(record)[1],
  code: /emoji-([0-9A-F-]+)\/$/m.exec(record)[1],
}));

mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const { file, author, code } of wanted) {
  const drawn = known.find((emoji) => emoji.hexcode === code);
  if (drawn?.openmoji_author !== author) throw new Error(`${file}: ${code} is by ${drawn?.openmoji_author}`);
  const small = shrink(readFileSync(join(openmoji, "color/svg", `${code}.svg`), "utf8"));
  if (/<(?!\/?(?:svg|g|path|circle|ellipse|rect|line|polyline|polygon)\b)|\bid=|\bhref|\bon\w+=|url\(/.test(small)) {
    throw new Error(`${file}: there is more in ${code} than shapes`);
  }
  writeFileSync(join(folder, file), `${small}\n`);
  bytes += small.length;
}
const files = new Set(wanted.map(({ file }) => file));
for (const file of readdirSync(folder).filter((file) => file.endsWith(".svg") && !files.has(file))) {
  rmSync(join(folder, file));
}
const licence = readFileSync(join(openmoji, "LICENSE.txt"), "utf8");
writeFileSync(join(folder, "LICENCE.txt"), `${notice()}\n${licence}`);
rmSync(work, { recursive: true });
console.log(`${wanted.length} pictures, ${bytes} bytes`);

/** Plain shapes with their colours as attributes; two decimals are a hundredth of a point at the size of print. */
function shrink(svg) {
  const plugins = [
    { name: "preset-default", params: { overrides: { convertColors: { shorthex: true, names2hex: true, shortname: false } } } },
    "removeDimensions",
    "convertStyleToAttrs",
    { name: "removeAttrs", params: { attrs: ["id", "class", "data.*", "xml:.*"] } },
  ];
  return optimize(svg, { multipass: true, floatPrecision: 2, plugins }).data;
}

function notice() {
  return `The drawings in this folder are by the open-source emoji and icon project OpenMoji (https://openmoji.org), from the
npm package ${OPENMOJI}; pictures.yaml names who drew each. They are under the licence CC BY-SA 4.0, whose text follows.
They are written with fewer bytes here and otherwise unchanged. Who shows one names OpenMoji and the licence, as easy-read
pages do at their end.
`;
}
