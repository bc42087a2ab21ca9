import { readFile, writeFile } from 'node:fs/promises';

export class CsvError extends Error {}

export async function convert(source, destination, { signal } = {}) {
  let text = '';
  for await (const chunk of source) text += chunk;
  const [names, ...records] = text.split('\n').map((line) => line.split(','));
  for (const fields of records) {
    const object = Object.fromEntries(names.map((name, i) => [name, fields[i]]));
    destination.write(JSON.stringify(object) + '\n');
  }
  destination.end();
  return records.length;
}

export async function convertFile(from, to) {
  const text = await readFile(from, 'utf8');
  await writeFile(to, text);
  return 0;
}
