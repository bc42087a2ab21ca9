import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readRecords } from './csv.js';

export async function convert(source, destination) {
  let count = 0;
  for await (const record of readRecords(source)) {
    count++;
    if (!destination.write(`${JSON.stringify(record)}\n`)) await once(destination, 'drain');
  }
  destination.end();
  await once(destination, 'finish');
  return count;
}

export async function convertFile(from, to) {
  return await convert(createReadStream(from), createWriteStream(to));
}
