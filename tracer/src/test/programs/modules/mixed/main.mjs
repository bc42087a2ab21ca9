import lib, { named } from './lib.cjs';
import data from './data.json' with { type: 'json' };
import { createRequire } from 'node:module';
console.log(lib, named, data);
const require = createRequire(import.meta.url);
console.log(require('./lib.cjs') === lib, require('./data.json'), require('./esm.mjs'));
console.log(import.meta.filename.endsWith('main.mjs'), import.meta.dirname.endsWith('mixed'), typeof import.meta.resolve);
