import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const BATCH = 16 * 1024;

export class CsvError extends Error {
  constructor(message, record) {
    super(`record ${record}: ${message}`);
    this.name = 'CsvError';
    this.record = record;
  }
}

/** Takes CSV in pieces that may be cut anywhere, and gives the records, each an array of fields. */
class CsvReader {
  #state = 'start'; // of a field
  #field = '';
  #fields = [];
  #record = 1;

  *read(text) {
    const mark = /[,\n]/g;
    let i = 0;
    while (i < text.length) {
      const char = text[i];
      switch (this.#state) {
        case 'start':
          if (char === '"') {
            this.#state = 'quoted';
            i++;
          } else {
            this.#state = 'plain';
          }
          break;

        case 'plain': {
          mark.lastIndex = i;
          const end = mark.exec(text)?.index ?? text.length;
          this.#field += text.slice(i, end);
          i = end + 1;
          if (text[end] === ',') {
            this.#endField();
          } else if (text[end] === '\n') {
            if (this.#field.endsWith('\r')) this.#field = this.#field.slice(0, -1);
            yield this.#endRecord();
          }
          break;
        }

        case 'quoted': {
          const quote = text.indexOf('"', i);
          const end = quote === -1 ? text.length : quote;
          this.#field += text.slice(i, end);
          i = end + 1;
          if (quote !== -1) this.#state = 'quote';
          break;
        }

        case 'quote': // a quote in a quoted field: the closing one, or the first of two
          i++;
          if (char === '"') {
            this.#field += '"';
            this.#state = 'quoted';
          } else if (char === ',') {
            this.#endField();
          } else if (char === '\n') {
            yield this.#endRecord();
          } else if (char === '\r') {
            this.#state = 'quote, CR';
          } else {
            throw this.#afterQuote();
          }
          break;

        case 'quote, CR':
          i++;
          if (char !== '\n') throw this.#afterQuote();
          yield this.#endRecord();
          break;
      }
    }
  }

  *end() {
    if (this.#state === 'quoted') {
      throw new CsvError('the input ends inside a quoted field', this.#record);
    }
    if (this.#state === 'quote, CR') throw this.#afterQuote();
    if (this.#state !== 'start' || this.#fields.length > 0) yield this.#endRecord();
  }

  #endField() {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'start';
  }

  #endRecord() {
    this.#endField();
    const fields = this.#fields;
    this.#fields = [];
    this.#record++;
    return fields;
  }

  #afterQuote() {
    return new CsvError('a closing quote is followed by something else', this.#record);
  }
}

async function* texts(chunks) {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

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

export async function convert(source, destination, { signal } = {}) {
  const { promise: failure, reject: fail } = Promise.withResolvers();
  failure.catch(() => {});
  const abort = () => fail(abortError(signal));

  let written = 0;

  async function* lines(chunks) {
    const csv = new CsvReader();
    let names;
    let number = 0;

    function line(fields) {
      number++;
      if (!names) {
        names = fields;
        return '';
      }
      if (fields.length !== names.length) {
        throw new CsvError(`${fields.length} fields for ${names.length} names`, number);
      }
      written++;
      return `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, fields[i]])))}\n`;
    }

    try {
      let batch = '';
      for await (const text of texts(chunks)) {
        for (const fields of csv.read(text)) {
          batch += line(fields);
          if (batch.length >= BATCH) {
            yield batch;
            batch = '';
          }
        }
        if (batch !== '') yield batch;
        batch = '';
      }
      for (const fields of csv.end()) batch += line(fields);
      if (batch !== '') yield batch;
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
