import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { readRecords } from './csv.js';

export async function convert(source, destination, { signal } = {}) {
  let count = 0;

  async function* toLines(chunks) {
    for await (const record of readRecords(chunks)) {
      count++;
      yield `${JSON.stringify(record)}\n`;
    }
  }

  for await (const line of toLines(source)) {
    if (signal?.aborted) throw new DOMException('The conversion was aborted', 'AbortError');
    if (!destination.write(line)) await once(destination, 'drain', { signal });
  }
  destination.end();
  await once(destination, 'finish');
  return count;
}

export async function convertFile(from, to, options) {
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
