import { fromB, B } from './b.mjs';
export function early() { return `early ${fromB}`; }
export class A extends B {}
export const ready = new A().hello();
console.log('a', ready);
