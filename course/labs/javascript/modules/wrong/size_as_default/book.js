import { read } from './entry.js';

const all = [];

/** How many entries there are. */
let size = 0;
export { size as current };
export default size;

/** Reads a line, keeps the entry and gives it. */
export function add(line) {
  const entry = read(line);
  all.push(entry);
  size = all.length;
  return entry;
}

/** All entries so far, in an array of the caller's own. */
export function entries() {
  return [...all];
}
