import { once } from 'node:events';

export class CsvError extends Error {
  constructor(record, what) {
    super(what);
    this.record = record;
  }
}

// A field and what ends it. What may go on in the next chunk is left for then.
const FIELD = /(?:"((?:[^"]|"")*)"(\r?)|((?!")[^,\n]*))([,\n])/y;
const BROKEN = /"(?:[^"]|"")*"(?:\r[^\n]|[^",\n\r])/y;

function* split(state, text, isLast) {
  state.text += text;
  let at = 0;
  for (;;) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(state.text);
    BROKEN.lastIndex = at;
    if (BROKEN.test(state.text)) throw new CsvError(state.record, 'text behind a quoted field');
    if (!match) break;
    at = FIELD.lastIndex;
    const [, quoted, , plain, end] = match;
    const cut = end === '\n' ? plain?.replace(/\r$/, '') : plain;
    state.fields.push(quoted?.replaceAll('""', '"') ?? cut);
    if (end === '\n') {
      yield state.fields;
      state.fields = [];
      state.record++;
    }
  }
  state.text = state.text.slice(at);
  if (isLast && (state.text !== '' || state.fields.length > 0)) {
    if (/^"(?:[^"]|"")*$/.test(state.text)) throw new CsvError(state.record, 'no closing quote');
    yield* split(state, '\n', false);
  }
}

async function* records(source) {
  const decoder = new TextDecoder();
  const state = { text: '', fields: [], record: 1 };
  for await (const chunk of source) yield* split(state, decoder.decode(chunk, { stream: true }), false);
  yield* split(state, decoder.decode(), true);
}

export async function convert(source, destination) {
  let names;
  let record = 0;
  for await (const fields of records(source)) {
    record += 1;
    names ??= fields;
    if (names.length !== fields.length) throw new CsvError(record, `${fields.length} fields`);
    if (record === 1) continue;
    const line = JSON.stringify(Object.fromEntries(names.map((name, i) => [name, fields[i]])));
    if (!destination.write(`${line}\n`)) await once(destination, 'drain');
  }
  destination.end();
  if (!destination.writableFinished) await once(destination, 'finish');
  return Math.max(record - 1, 0);
}
