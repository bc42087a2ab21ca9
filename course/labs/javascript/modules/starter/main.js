// What Run runs. Change it as you like: no check looks at it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { add, size } from 'logbook';

const require = createRequire(import.meta.url);
const required = require('logbook');

add('tea');
required.add('!fire');
console.log('import  sees', size, 'entries');
console.log('require sees', required.size, 'entries');

tried("require('logbook/format')", () => typeof require('logbook/format'));
tried("require('logbook/book')", () => typeof require('logbook/book'));

for (const first of ['entry.js', 'alarm.js']) {
  const { status } = spawnSync(process.execPath, ['users/first.js', first]);
  console.log(first, 'loaded first:', status === 0 ? 'fine' : 'fails');
}

function tried(what, fn) {
  try {
    console.log(what, 'gives', fn());
  } catch (error) {
    console.log(what, 'fails:', error.code);
  }
}
