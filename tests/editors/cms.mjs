// Turns our configuration of Sveltia CMS into an answer: does the CMS's own schema take it, and does it fit the portal?
//
//   node cms.mjs FINGERPOST PORTAL

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";

const [program, portal] = process.argv.slice(2);
const resolve = createRequire(import.meta.url).resolve;
let root = dirname(resolve("@sveltia/cms"));
while (!existsSync(join(root, "schema/sveltia-cms.json"))) root = dirname(root);
const schema = JSON.parse(readFileSync(join(root, "schema/sveltia-cms.json"), "utf8"));
const config = parse(execFileSync(program, ["-C", portal, "schema", "cms", "--repo", "a/b"], { encoding: "utf8" }));
const wrong = [];

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat("regex", true);
ajv.addFormat("uri", true);
const valid = ajv.compile(schema);
if (!valid(config)) wrong.push(...valid.errors.map((error) => `${error.instancePath}: ${error.message}`));
// A schema that takes everything would prove nothing.
if (valid({ ...config, collections: [{ name: "a", folder: 1 }] })) wrong.push("the schema takes a collection that is none");

// Every key that the portal's own files have is a field of its form, or known to be none: the sample writes a cost as a
// text, as a text for each language and as a list, for which no form has room. The CMS leaves such keys as they are.
const none = { pages: ["translation"], services: ["eligibility", "cost"], records: ["alert", "fallback"] };
const names = (fields) => new Set(fields.map((field) => field.name));
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const missing = (what, record, fields, known) => {
  for (const key of Object.keys(record)) if (!fields.has(key) && !known.includes(key)) wrong.push(`${what}: no field ${key}`);
};
let looked = 0;
for (const collection of config.collections) {
  if (collection.files) {
    for (const { file, fields } of collection.files) {
      const [list] = fields;
      if (!list.root || list.widget !== "list") wrong.push(`${file}: its top is no list`);
      for (const record of parse(readFileSync(join(portal, file), "utf8"))) {
        missing(file, record, names(list.fields), none.records);
        looked += 1;
      }
    }
    continue;
  }
  const folder = join(portal, collection.folder);
  const ending = `.${collection.extension}`;
  for (const file of files(folder).filter((file) => file.endsWith(ending))) {
    const text = readFileSync(file, "utf8");
    const record = parse(collection.extension === "md" ? text.split(/^---$/m)[1] : text);
    missing(file, record, names(collection.fields), collection.extension === "md" ? none.pages : none.services);
    looked += 1;
  }
}
if (looked < 100) wrong.push(`only ${looked} records were looked at`);
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${config.collections.length} collections, ${looked} records of the portal fit, ${wrong.length} faults`);
process.exit(wrong.length ? 1 : 0);
