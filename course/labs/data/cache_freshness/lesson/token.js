import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

let row = 'lamp, 49 euros';
const redis = new Map();

// One step, as a script in Redis is: no change can fall into it.
function storeIf(token, text) {
  if (redis.get('token') === token) redis.set('lamp', text);
}

async function find() {
  if (redis.has('lamp')) return redis.get('lamp');
  const token = redis.get('token'); // before the row is read
  const found = row;
  await sleep(20);
  storeIf(token, found);
  return found;
}

async function change(text) {
  row = text;
  redis.set('token', randomUUID());
  redis.delete('lamp');
}

const early = find();
await change('lamp, 39 euros');
console.log('began before:', await early);
console.log('began after:', await find());
