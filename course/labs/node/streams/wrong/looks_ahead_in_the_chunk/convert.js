import { pipeline } from 'node:stream/promises';

export class CsvError extends Error {
  name = 'CsvError';

  constructor(problem, record) {
    super(`record ${record}: ${problem}`);
    this.record = record;
  }
}

// Takes bytes, cut anywhere, and gives arrays of fields.
async function* readRecords(chunks) {
  const decoder = new TextDecoder();
  let fields = [];
  let field = '';
  let state = 'start'; // of a field; plain; quoted; closed, after a quote; returned, after that
  let number = 1;

  function* read(text) {
    for (let at = 0; at < text.length; ) {
      const char = text[at];
      if (state === 'quoted') {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] === '"') {
          field += '"';
          at++;
        } else if (quote >= 0) state = 'closed';
      } else if (char === '"' && state === 'start') {
        state = 'quoted';
        at++;
      } else if (char === '\n' || (char === ',' && state !== 'returned')) {
        fields.push(state === 'plain' && char === '\n' ? field.replace(/\r$/, '') : field);
        field = '';
        state = 'start';
        at++;
        if (char === '\n') {
          yield fields;
          fields = [];
          number++;
        }
      } else if (state === 'closed' && char === '\r') {
        state = 'returned';
        at++;
      } else if (state === 'closed' || state === 'returned') {
        throw new CsvError('text after a closing quote', number);
      } else {
        const rest = text.slice(at).search(/[,\n]/);
        const end = rest < 0 ? text.length : at + rest;
        field += text.slice(at, end);
        state = 'plain';
        at = end;
      }
    }
  }

  for await (const chunk of chunks) yield* read(decoder.decode(chunk, { stream: true }));
  yield* read(decoder.decode());
  if (state === 'quoted') throw new CsvError('a quote is never closed', number);
  if (state !== 'start' || fields.length > 0) yield* read('\n');
}

export async function convert(source, destination) {
  let names;
  let count = 0;

  async function* toLines(chunks) {
    for await (const fields of readRecords(chunks)) {
      if (names === undefined) {
        names = fields;
        continue;
      }
      count++;
      if (fields.length !== names.length) {
        throw new CsvError(`${fields.length} fields instead of ${names.length}`, count + 1);
      }
      const object = Object.fromEntries(names.map((name, i) => [name, fields[i]]));
      yield `${JSON.stringify(object)}\n`;
    }
  }

  await pipeline(source, toLines, destination);
  return count;
}
