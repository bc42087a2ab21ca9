import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { readRecords } from './csv.js';

export async function convert(source, destination, { signal } = {}) {
  let count = 0;

  async function* toLines(chunks) {
    for await (const record of readRecords(chunks)) {
      count++;
      yield `${JSON.stringify(record)}\n`;
    }
  }

  await pipeline(source, toLines, destination, { signal });
  return count;
}

export async function convertFile(from, to, options) {
  return await convert(createReadStream(from), createWriteStream(to), options);
}
