// Turns our schemas, written for an editor, into what a YAML language server completes, explains and finds with them.
//
//   node completion.mjs FINGERPOST
//
// The server is the one of Visual Studio Code's YAML extension and most other editors.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";

const [program] = process.argv.slice(2);
const portal = mkdtempSync(join(tmpdir(), "fingerpost-editors-"));
execFileSync(program, ["init", portal], { stdio: "ignore" });
const told = execFileSync(program, ["-C", portal, "schema", "--write", ".vscode"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const settings = JSON.parse(told);

const server = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
const wire = rpc.createMessageConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
const yaml = { schemas: settings["yaml.schemas"], completion: true, hover: true, validate: true, schemaStore: { enable: false } };
const found = new Map();
const waiting = new Map();
wire.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
  found.set(uri, diagnostics);
  waiting.get(uri)?.(diagnostics);
});
wire.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => (section === "yaml" ? yaml : null)));
wire.onRequest("client/registerCapability", () => null);
wire.listen();
await wire.sendRequest("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(portal).href,
  workspaceFolders: [{ uri: pathToFileURL(portal).href, name: "portal" }],
  capabilities: {
    textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["plaintext"] }, publishDiagnostics: {} },
    workspace: { configuration: true, workspaceFolders: true },
  },
});
wire.sendNotification("initialized", {});
wire.sendNotification("workspace/didChangeConfiguration", { settings: { yaml } });

let failures = 0;
const check = (what, good, seen) => {
  console.log(`${good ? "ok  " : "FAIL"} ${what}${good ? "" : `: ${JSON.stringify(seen).slice(0, 400)}`}`);
  if (!good) failures += 1;
};

// Opens a file; `|` is where the cursor stands.
const open = (path, marked, languageId = "yaml") => {
  const at = marked.indexOf("|");
  const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
  const before = marked.slice(0, Math.max(at, 0)).split("\n");
  const uri = pathToFileURL(join(portal, path)).href;
  mkdirSync(dirname(join(portal, path)), { recursive: true });
  writeFileSync(join(portal, path), text);
  const diagnosed = new Promise((done) => waiting.set(uri, done));
  wire.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length }, diagnosed };
};
const soon = (promise) => Promise.race([promise, new Promise((done) => setTimeout(() => done(null), 20_000))]);
const labels = async ({ diagnosed, ...where }) => {
  await soon(diagnosed);
  const result = await wire.sendRequest("textDocument/completion", where);
  return (result?.items ?? result ?? []).map((item) => item.label);
};
const hover = async ({ diagnosed, ...where }) => {
  await soon(diagnosed);
  const result = await wire.sendRequest("textDocument/hover", where);
  return JSON.stringify(result?.contents ?? "");
};
const mistakes = async (file) => ((await soon(file.diagnosed)) ?? []).map((one) => one.message);

const service = "name: Café\norg: centre\nsummary: Meet others.\narea: [uk]\n";
let seen = await labels(open("content/services/a.yaml", `${service}|\n`));
check("a service's keys are completed", ["eligibility", "attend", "venues", "checked_by"].every((key) => seen.includes(key)), seen);
seen = await labels(open("content/services/b.yaml", `${service}status: |\n`));
check("the words of a key are completed", ["active", "paused", "ended"].every((word) => seen.includes(word)), seen);
seen = await labels(open("content/services/c.yaml", `${service}in:\n  cy:\n    |\n`));
check("texts in another language are completed", ["name", "summary", "phone_note"].every((key) => seen.includes(key)), seen);
seen = await labels(open("content/facts.yaml", "a.b:\n  what: rate\n  |\n"));
check("a fact's keys are completed", ["unit", "source", "values"].every((key) => seen.includes(key)), seen);
seen = await labels(open("content/local/here/venues.yaml", "- id: hall\n  |\n"));
check("records of a place are completed", ["postcode", "address", "locality"].every((key) => seen.includes(key)), seen);
seen = await labels(open("content/portal.yaml", "name: Help\n|\n"));
check("settings are completed", ["languages", "parity", "fallback", "untranslated"].every((key) => seen.includes(key)), seen);

seen = await hover(open("content/services/d.yaml", `${service}elig|ibility: none\n`));
check("a key is explained", seen.includes("Who may use it"), seen);

seen = await mistakes(open("content/services/e.yaml", `${service}stauts: active\n`));
check("an unknown key is a mistake", seen.some((message) => message.includes("stauts")), seen);
seen = await mistakes(open("content/services/f.yaml", `${service}status: closed\n`));
check("an unknown word is a mistake", seen.some((message) => message.includes("active")), seen);
seen = await mistakes(open("content/services/g.yaml", "name: Café\n"));
check("a missing key is a mistake", seen.some((message) => message.includes("summary")), seen);
seen = await mistakes(open("content/services/h.yaml", service));
check("a good service has no mistake", seen.length === 0, seen);

// Front matter alone, as an editor hands it on that looks into Markdown, or a file that is being written.
const head = "# yaml-language-server: $schema=../.vscode/page.schema.json\n";
seen = await labels(open("content/front.yaml", `${head}title: Breaks\n|\n`));
check("front matter alone is completed", ["summary", "review_by", "life_stages", "translation"].every((key) => seen.includes(key)), seen);
seen = await hover(open("content/front-b.yaml", `${head}title: Breaks\nreview_|by: 2027-01-01\n`));
check("front matter alone is explained", seen.includes("checked again"), seen);
seen = await mistakes(open("content/front-c.yaml", `${head}title: Breaks\nreviewd: 2026-01-01\n`));
check("front matter alone has its mistakes", seen.some((message) => message.includes("reviewd")), seen);

// What `schema --help` says of Markdown: the server, asked to read a page whole, completes its front matter, and takes
// its text for a second document of the same kind. So the settings leave pages out.
yaml.schemas = { ...yaml.schemas, "./.vscode/page.schema.json": ["content/pages/**/*.md"] };
wire.sendNotification("workspace/didChangeConfiguration", { settings: { yaml } });
const page = open("content/pages/x.en.md", "---\ntitle: Breaks\n|\n---\nText of a page.\n");
seen = await labels(page);
check("a page read whole has its front matter completed", seen.includes("review_by"), seen);
seen = await mistakes(page);
check("a page read whole has its text taken for a mistake", seen.length > 0, seen);

await wire.sendRequest("shutdown");
wire.sendNotification("exit");
child.kill();
rmSync(portal, { recursive: true });
process.exit(failures ? 1 : 0);
