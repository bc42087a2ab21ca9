import { a, later } from './main.mjs';
try { console.log(a); } catch (e) { console.log(e.name, e.message); }
console.log(typeof later);
export const b = () => 'b sees ' + a;
