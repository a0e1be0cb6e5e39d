// Reads workbooks: what stands in the cells of the first sheet.
import { inflateRawSync } from "node:zlib";

/** The files of an archive (ZIP), by their names: its list of files stands at its end. */
function unpacked(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const file = archive.readUInt32LE(at + 42);
    const from = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28);
    const packed = archive.subarray(from, from + size);
    files.set(archive.toString("utf8", at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The text of an element, without its elements and with its characters as they are meant. */
function textOf(xml: string): string {
  const characters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
  return xml.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|apos|amp);/g, (found) => characters[found]!);
}

/** The rows of the first sheet of a workbook: texts are texts, numbers are numbers, empty cells are empty texts. */
export function sheetRows(workbook: Buffer): (string | number)[][] {
  const files = unpacked(workbook);
  const xml = (name: string) => files.get(name)?.toString("utf8") ?? "";
  const texts = [...xml("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, text]) => textOf(text!));
  const sheet = xml("xl/worksheets/sheet1.xml");
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: (string | number)[] = [];
    for (const [, column, attributes, value] of row!.matchAll(/<c r="([A-Z])\d+"([^>]*)>(.*?)<\/c>/gs)) {
      const at = column!.charCodeAt(0) - "A".charCodeAt(0);
      while (cells.length < at) cells.push("");
      const number = Number(textOf(value!));
      cells.push(attributes!.includes('t="s"') ? texts[number]! : number);
    }
    return cells;
  });
}
