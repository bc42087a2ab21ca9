// What Run runs. Change it as you like: no check looks at it.
import { createClient } from './client.js';
import { withConnection } from './connection.js';

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const began = Date.now();
const note = (...words) => console.log(`${Date.now() - began} ms`.padStart(8), ...words);

// A supplier: 50 ms for an answer, and the first request for /price fails.
const seen = new Set();
async function send(path) {
  note('asked for', path);
  await after(50);
  if (path === '/price' && !seen.has(path)) {
    seen.add(path);
    throw Object.assign(new Error('busy'), { temporary: true });
  }
  return `answer to ${path}`;
}

const client = createClient(send, { delay: 20, limit: 1000 });

await tried('get', () => client.get('/price'));
await tried('getAll', () => client.getAll(['/a', '/b', '/c']));
await tried('inTurn', () => client.inTurn(['/1', '/2'], (answer) => note('using', answer)));
note('inTurn is done');

const pool = {
  acquire: async () => ({ rollback: async () => note('rolled back') }),
  release: () => note('released'),
};
await tried('withConnection', () =>
  withConnection(pool, async () => {
    throw new Error('the work failed');
  }),
);

async function tried(what, fn) {
  try {
    note(what, 'gives', await fn());
  } catch (error) {
    note(what, 'fails:', error.message);
  }
}
