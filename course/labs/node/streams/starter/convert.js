export class CsvError extends Error {}

export async function convert(source, destination) {
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
