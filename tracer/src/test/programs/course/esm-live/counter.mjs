export let n = 0;
export function inc() { n++; }
export default n;
export const later = new Promise((ok) => setTimeout(() => { n = 100; ok(); }, 2));
