// What Run runs. Change it as you like: no check looks at it.
import { count, labels, postage } from './mend.js';
import { settings } from './settings.js';

/** Prints what `ask` gives, or the error it throws, beside what it should be. */
function show(title, ask, expected) {
  let seen;
  try {
    seen = ask();
  } catch (error) {
    seen = String(error);
  }
  console.log(`${title}: ${seen}  (should be: ${expected})`);
}

const items = [{ name: 'oil', sale: true }, { name: 'salt' }];

show('count  ', () => count('tea', ['tea', 'oil', 'tea']), '2');
show('labels ', () => labels(items).join(', '), 'oil (sale), salt');
show('postage', () => postage(2000), '10');

console.log();
const defaults = settings({ theme: 'light', pageSize: 20 });
const customer = defaults.child({ theme: 'dark' });
const request = customer.child();

show('theme    ', () => request.get('theme'), 'dark');
show('page size', () => request.get('pageSize'), '20');
show('colour   ', () => request.get('colour'), 'ReferenceError: colour is not defined');
