import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readRecords } from './csv.js';

class Lines extends Transform {
  count = 0;

  constructor() {
    super({ writableObjectMode: true });
  }

  _transform(record, encoding, callback) {
    this.count++;
    callback(null, JSON.stringify(record) + '\n');
  }
}

export async function convert(source, destination, options = {}) {
  const lines = new Lines();
  await pipeline(source, readRecords, lines, destination, { signal: options.signal });
  return lines.count;
}

// The draft lies in a folder of its own.
export async function convertFile(from, to, options = {}) {
  const folder = await fs.promises.mkdtemp(path.join(path.dirname(to), '.convert-'));
  const draft = path.join(folder, 'draft');
  try {
    await fs.promises.access(from);
    const destination = fs.createWriteStream(draft);
    const closed = new Promise((done) => destination.once('close', done));
    const count = await convert(fs.createReadStream(from), destination, options).finally(() => closed);
    await fs.promises.rename(draft, to);
    return count;
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}
