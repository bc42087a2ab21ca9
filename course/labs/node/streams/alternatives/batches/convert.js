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

export async function convert(source, destination) {
  const csv = new CsvReader();
  let names;
  let written = 0;

  function line(fields) {
    if (!names) {
      names = fields;
      return '';
    }
    written++;
    if (fields.length !== names.length) {
      throw new CsvError(`${fields.length} fields for ${names.length} names`, written + 1);
    }
    return `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, fields[i]])))}\n`;
  }

  async function* lines(chunks) {
    let batch = '';
    for await (const text of texts(chunks)) {
      for (const fields of csv.read(text)) {
        batch += line(fields);
        if (batch.length >= BATCH) {
          yield batch;
          batch = '';
        }
      }
    }
    for (const fields of csv.end()) batch += line(fields);
    if (batch !== '') yield batch;
  }

  await pipeline(source, lines, destination);
  return written;
}
