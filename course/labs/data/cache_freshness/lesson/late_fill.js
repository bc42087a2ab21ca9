import { setTimeout as sleep } from 'node:timers/promises';

let row = 'lamp, 49 euros';
const cache = new Map();

async function find() {
  if (cache.has('lamp')) return cache.get('lamp');
  const found = row; // the database answers …
  await sleep(20); // … and the answer takes a while
  cache.set('lamp', found);
  return found;
}

async function change(text) {
  row = text;
  cache.delete('lamp');
}

const early = find();
await change('lamp, 39 euros');
await early;
console.log(await find());
