// What Run runs. Change it as you like: no check looks at it.
import { all, allSettled, any, race } from './combinators.js';
import { pool } from './pool.js';

process.on('unhandledRejection', (reason) => console.log('  nobody handles:', String(reason)));

const fulfil = (millis, value) => new Promise((resolve) => setTimeout(resolve, millis, value));
const reject = (millis, reason) => new Promise((_, refuse) => setTimeout(refuse, millis, reason));

async function show(title, promise) {
  try {
    console.log(title, await promise);
  } catch (error) {
    console.log(title, 'rejected:', error.errors ?? error);
  }
}

await show('all       ', all([fulfil(30, 'slow'), fulfil(10, 'fast'), 'plain']));
await show('all       ', all([fulfil(30, 'slow'), reject(10, 'no')]));
await show('allSettled', allSettled([fulfil(20, 'yes'), reject(10, 'no')]));
await show('race      ', race([fulfil(20, 'slow'), fulfil(10, 'fast')]));
await show('any       ', any([reject(10, 'no'), fulfil(20, 'yes')]));
await show('any       ', any([reject(20, 'no'), reject(10, 'nor this')]));

let working = 0;
let most = 0;
const tasks = [40, 10, 10, 10, 10].map((millis, i) => async () => {
  most = Math.max(most, ++working);
  await fulfil(millis);
  working--;
  return `task ${i}`;
});
await show('pool of 2 ', pool(2, tasks));
console.log('at the same time:', most);
