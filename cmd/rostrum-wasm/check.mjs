// Runs checks in Node with the WebAssembly build: node check.mjs rostrum.wasm wasm_exec.js bundle.json
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import assert from "node:assert/strict";

const [wasm, runtime, bundle] = process.argv.slice(2);
globalThis.require ??= (await import("node:module")).createRequire(import.meta.url);
await import(pathToFileURL(resolve(runtime)));
const go = new Go();
const { instance } = await WebAssembly.instantiate(await readFile(wasm), go.importObject);
go.run(instance);
const opened = performance.now();
assert.equal(rostrumOpen(await readFile(bundle, "utf8")), "");
console.log(`WebAssembly: policy opened in ${(performance.now() - opened).toFixed(0)} ms`);

const check = (post, language) => JSON.parse(rostrumCheck(JSON.stringify(post), language));
const leak = check({ id: "1", text: "Prisijungimo slaptažodis: Vasara2026!", channel: "personal" }, "lt");
assert.equal(leak.verdict, "block");
assert.equal(leak.lang, "lt");
assert.equal(leak.findings[0].category, "secret.credential");
const fine = check({ id: "2", text: "Gražaus savaitgalio visiems!", channel: "personal" });
assert.deepEqual([fine.verdict, fine.findings], ["allow", []]);

const posts = 2000;
const started = performance.now();
for (let i = 0; i < posts; i++) rostrumCheck('{"id":"3","text":"Good morning everyone, the new shop opens on Friday at nine","channel":"brand"}', "");
console.log(`WebAssembly: checked in Node, ${((performance.now() - started) / posts * 1000).toFixed(0)} µs a post`);
process.exit(0);
