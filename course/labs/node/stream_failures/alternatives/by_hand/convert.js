import { once } from 'node:events';
import * as fs from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { readRecords } from './csv.js';

export async function convert(source, destination, { signal } = {}) {
  if (signal) {
    addAbortSignal(signal, source);
    addAbortSignal(signal, destination);
  }
  let failure;
  destination.on('error', (error) => {
    failure ??= error;
    source.destroy(error);
  });
  try {
    let count = 0;
    for await (const record of readRecords(source)) {
      count++;
      if (!destination.write(`${JSON.stringify(record)}\n`)) await once(destination, 'drain');
    }
    destination.end();
    if (!destination.writableFinished) await once(destination, 'finish');
    return count;
  } catch (error) {
    source.destroy();
    destination.destroy();
    throw failure ?? error;
  }
}

export async function convertFile(from, to, options) {
  const draft = `${to}.part-${process.pid}-${Date.now()}`;
  const output = await fs.promises.open(draft, 'w');
  try {
    const count = await convert(fs.createReadStream(from), output.createWriteStream(), options);
    fs.renameSync(draft, to);
    return count;
  } catch (error) {
    fs.rmSync(draft);
    throw error;
  }
}
