import { read } from './entry.js';

const all = [];

/** How many entries there are. */
export const size = () => all.length;

/** Reads a line, keeps the entry and gives it. */
export function add(line) {
  const entry = read(line);
  all.push(entry);
  return entry;
}

/** All entries so far, in an array of the caller's own. */
export function entries() {
  return [...all];
}
