// Invented claims for the tests of the explorer, as a table (CSV). The same every time; they tell of nobody.
//
//   node end2end/sample-claims.mjs > klaim-rekaan.csv
//   cargo xtask claims prepare --in klaim-rekaan.csv --dataset tests/claims/klaim-rekaan.json --out tests/claims/klaim-rekaan.claims
import { readFileSync } from "node:fs";

const CLAIMS = Number(process.argv[2] ?? 6000);
const { regions } = JSON.parse(readFileSync(new URL("../tests/claims/klaim-rekaan.json", import.meta.url), "utf8"));

/** Numbers from 0 to below 1 that look random: mulberry32 (Tommy Ettinger, 2017). */
let state = 20;
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Of the standard normal distribution (Box and Muller). */
const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** One of a list of pairs of a value and its weight. */
function pick(pairs) {
  let at = chance() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  return pairs.find(([, weight]) => (at -= weight) < 0)?.[0] ?? pairs[0][0];
}

// Cities have more claims than the country around them, and the largest city most.
const places = Object.entries(regions)
  .filter(([, region]) => region.level === "regency" || region.level === "city")
  .map(([id, region]) => {
    const size = region.parent === "sumatera-selatan" ? 1 : 0.3;
    return [id, size * (id === "kota-palembang" ? 9 : region.level === "city" ? 1.6 : 0.6 + chance())];
  });
// Share of claims, median of amounts, spread of their logarithm, median of days.
const programmes = [
  [["jht", 9_500_000, 0.95, 7], 68],
  [["jkk", 3_800_000, 1.3, 21], 12],
  [["jkm", 42_000_000, 0, 12], 6],
  [["jp", 4_400_000, 0.6, 15], 9],
  [["jkp", 1_700_000, 0.45, 9], 5],
];
const groups = [["penerima-upah", 82], ["bukan-penerima-upah", 18]];
const channels = [["Daring", 55], ["Kantor cabang", 33], ["Layanan bersama", 12]];
// January 2024 to July 2025: the last year has not ended.
const months = Array.from({ length: 19 }, (_, month) => [month, 1 + month * 0.01]);

const two = (number) => String(number).padStart(2, "0");
console.log("tanggal,wilayah,program,kelompok,nilai,kanal,hari");
for (let claim = 0; claim < CLAIMS; claim++) {
  const [programme, median, spread, days] = pick(programmes);
  const month = pick(months);
  const day = `${2024 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + Math.floor(chance() * 28))}`;
  const amount = Math.round(median * Math.exp(normal() * spread));
  const waited = chance() < 0.04 ? "" : Math.min(400, Math.round(days * Math.exp(normal() * 0.6)));
  console.log([day, pick(places), programme, pick(groups), amount, pick(channels), waited].join(","));
}
