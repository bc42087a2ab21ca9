import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readRecords } from './csv.js';

function abortError(signal) {
  const error = new Error('The conversion was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

/** Calls `fail` when the stream fails or is closed too early, also if it was before. */
function watch(stream, isDone, fail) {
  const closed = () => {
    if (!isDone()) fail(stream.errored ?? new Error('A stream was closed before its end'));
  };
  stream.on('error', fail);
  if (stream.destroyed) closed();
  else stream.on('close', closed);
}

/** Fails with the first thing that goes wrong, and waits for no stream to close. */
export async function convert(source, destination, { signal } = {}) {
  const { promise: failure, reject: fail } = Promise.withResolvers();
  failure.catch(() => {});
  const abort = () => fail(abortError(signal));
  let written = 0;

  async function* lines(chunks) {
    try {
      for await (const record of readRecords(chunks)) {
        written++;
        yield `${JSON.stringify(record)}\n`;
      }
    } catch (error) {
      fail(error); // before the streams, which close now, report just that
      throw error;
    }
  }

  try {
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    watch(source, () => source.readableEnded, fail);
    watch(destination, () => destination.writableFinished, fail);
    if (signal?.aborted) await failure;
    await Promise.race([failure, pipeline(source, lines, destination)]);
    return written;
  } catch (error) {
    source.destroy();
    destination.destroy();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

export async function convertFile(from, to, { signal } = {}) {
  if (signal?.aborted) throw abortError(signal);
  const temporary = join(dirname(to), `.${randomUUID()}.tmp`);
  const file = await open(temporary, 'wx');
  const destination = file.createWriteStream();
  const closed = new Promise((resolve) => destination.once('close', resolve));
  try {
    const count = await convert(createReadStream(from), destination, { signal });
    await closed;
    if (signal?.aborted) throw abortError(signal);
    await rename(temporary, to);
    return count;
  } catch (error) {
    await closed;
    await rm(temporary, { force: true });
    throw error;
  }
}
