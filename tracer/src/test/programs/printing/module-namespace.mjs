import * as self from './module-namespace.mjs';
export const a = 1;
export default function () {}
console.log(self);
