import { early, A, ready } from './a.mjs';
export const fromB = 'b';
console.log('b', early());
for (const look of [() => A, () => ready]) try { console.log(look()); } catch (e) { console.log(e.name, e.message); }
export class B { hello() { return `hello from ${this.constructor.name}`; } }
