import { b } from './b.mjs';
export const a = 'a';
export function later() { return a; }
console.log(b());
