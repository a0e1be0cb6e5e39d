// How long the explorer's worker takes for a slice of claims, in the engine of Chromium, against bare typed arrays:
// `cargo xtask bench claims`. It is given the folder of the slice, and the worker's script and module as wasm-bindgen
// writes them. What a message costs between page and worker is not in it: they have a few hundred bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, script, module] = process.argv.slice(2);
const ROUNDS = 9;

/** @type {(data: any[]) => void} */
let answered = () => {};
Object.assign(globalThis, { postMessage: (/** @type {any[]} */ data) => answered(data) });
// By its name, Node would take it for a script of another kind.
const { default: start } = await import(`data:text/javascript;base64,${readFileSync(script).toString("base64")}`);
const { memory } = await start({ module_or_path: readFileSync(module) });

/** What the worker is asked, by name, and what it answers: messages as `crates/explorer/examples/slice.rs` writes them. */
const steps = JSON.parse(readFileSync(join(folder, "steps.json"), "utf8"));
for (const step of Object.values(steps)) step.request = Uint8Array.from(step.request).buffer;
/** Asks the worker, which answers at once; returns the bytes of its answer. */
function ask(name, ...parcel) {
  let answer;
  answered = (data) => (answer = data);
  globalThis.onmessage({ data: ["", steps[name].request, ...parcel] });
  return answer[1];
}
/** Asks the worker that has all chunks, and looks whether it answers as outside the browser. */
function sure(name) {
  const answer = Buffer.from(ask(name));
  if (!answer.equals(Buffer.from(steps[name].answer))) throw new Error(`${name} has another answer: ${answer}`);
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
function timed(work, before = () => {}) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    before();
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return median(times);
}

const manifest = readFileSync(join(folder, "manifest.json"));
const chunks = JSON.parse(readFileSync(join(folder, "chunks.json"), "utf8"));
const bytes = chunks.map(({ file }) => readFileSync(join(folder, "rows", file)));
const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);

const buffer = (place) => Uint8Array.from(bytes[place]).buffer;
const load = () => {
  ask("open");
  ask("expect");
  chunks.forEach(({ file }, place) => ask(file, buffer(place)));
  ask("all");
};
const first = () => {
  ask("open");
  ask("expect");
  ask(chunks[0].file, buffer(0));
  ask("all");
  ask("first");
};
const other = () => ask("other");

/** As a reader has it, who does it once: what runs is not made fast yet. */
const once = (work) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const measured = { "first rows, once": once(first), "first rows": timed(first), "all chunks": timed(load) };
load();
for (const name of ["other", "two words", "nothing", "by region", "by amount", "all", "histogram", "middle", "first"]) sure(name);
measured["sort by amount"] = timed(() => ask("by amount"), other);
measured["sort by region"] = timed(() => ask("by region"), other);
measured["filter by two words"] = timed(() => ask("two words"), other);
measured["nothing found"] = timed(() => ask("nothing"), other);
ask("all");
measured.histogram = timed(() => ask("histogram"));
measured["40 rows"] = timed(() => ask("middle"));
const megabytes = memory.buffer.byteLength / 1e6;

// Bare typed arrays: what a page would do without any library. It believes what it reads: no checksum, no bounds.
/** The numbers of a column, which are written as `crates/claims/src/wire.rs` says. */
function column(file, length, Numbers) {
  const number = () => {
    let value = 0;
    for (let bits = 1; ; bits *= 128) {
      const byte = file.bytes[file.at++];
      value += (byte & 127) * bits;
      if (byte < 128) return value;
    }
  };
  const numbers = new Numbers(length);
  const kind = file.bytes[file.at++];
  for (let row = 0, before = 0; row < length; ) {
    const value = number();
    if (kind === 2) {
      const end = row + number();
      numbers.fill(value, row, end);
      row = end;
    } else {
      before = kind === 1 ? before + (value % 2 ? -(value + 1) / 2 : value / 2) : value;
      numbers[row++] = before;
    }
  }
  return numbers;
}
/** The columns of a chunk of rows (`crates/claims/src/rows.rs`). */
function columns(bytes) {
  const file = { bytes, at: 20 };
  let length = 0;
  for (let bits = 1; ; bits *= 128) {
    const byte = bytes[file.at++];
    length += (byte & 127) * bits;
    if (byte < 128) break;
  }
  const kinds = [Uint16Array, Uint16Array, Uint8Array, Uint8Array, Uint8Array, Uint16Array, Uint16Array];
  return kinds.map((Numbers) => column(file, length, Numbers));
}
const value = (code) => (code < 1000 ? code : (code - 900 * Math.trunc((code - 100) / 900)) * 10 ** Math.trunc((code - 100) / 900));
/** Reads some chunks and writes the first 40 rows; the sum of all amounts stands with them. */
function bare(files) {
  const { regions, periods, programmes, groups, channels } = JSON.parse(manifest.toString());
  const read = files.map(columns);
  const sum = read.reduce((sum, { 5: amounts }) => amounts.reduce((sum, code) => sum + value(code), sum), 0);
  const name = (list, place) => list?.[place]?.label?.id ?? list?.[place]?.name?.id ?? list?.[place]?.id ?? "";
  const [region, time, programme, group, channel, amount, days] = read[0];
  const rows = Array.from({ length: 40 }, (_, row) => [
    name(regions, region[row]),
    name(periods, time[row]),
    name(programmes, programme[row]),
    name(groups, group[row]),
    name(channels, channel[row]),
    `Rp${value(amount[row]).toLocaleString("id")}`,
    days[row] ? String(days[row] - 1) : "",
  ]);
  return { rows, sum };
}
const [head] = bytes;
measured["typed arrays: first rows, once"] = once(() => bare([head]));
const found = bare(bytes);
const amount = Number(readFileSync(join(folder, "amount.json"), "utf8"));
if (found.sum !== amount) throw new Error(`${found.sum} instead of ${amount}`);
measured["typed arrays: first rows"] = timed(() => bare([head]));
measured["typed arrays: all chunks"] = timed(() => bare(bytes));
const amounts = Float64Array.from({ length: rows }, (_, row) => (Math.imul(row, 2654435761) >>> 0) % 90_000_000);
const channel = Uint8Array.from(amounts, (amount) => amount % 4);
const names = ["tidak disebutkan", "daring", "kantor", "layanan bersama"];
measured["typed arrays: sort by amount"] = timed(() => {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  order.sort((a, b) => amounts[b] - amounts[a]);
});
measured["typed arrays: filter by a word"] = timed(() => {
  const found = [];
  for (let row = 0; row < rows; row++) if (names[channel[row]].includes("kantor")) found.push(row);
});
console.log(`${rows} rows, median of ${ROUNDS}, milliseconds`);
for (const [name, time] of Object.entries(measured)) console.log(`${name.padEnd(34)}${time.toFixed(1).padStart(9)}`);
console.log(`memory of the module: ${megabytes.toFixed(0)} MB`);
