import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
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
  options?.signal?.throwIfAborted();
  const draft = `${to}.${randomUUID()}`;
  const output = await open(draft, 'wx');
  try {
    const count = await convert(createReadStream(from), output.createWriteStream(), options);
    await rename(draft, to);
    return count;
  } catch (error) {
    await rm(draft);
    throw error;
  }
}
