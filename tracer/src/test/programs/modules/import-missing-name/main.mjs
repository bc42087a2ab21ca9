import { nope } from './lib.mjs';
console.log('never', nope);
