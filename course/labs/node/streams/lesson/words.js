import { Readable } from 'node:stream';

async function* words(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split(' ');
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== '') yield rest;
}

for await (const word of words(Readable.from(['Lima Os', 'lo Kra', 'ków']))) {
  console.log(word);
}
