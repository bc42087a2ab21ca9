// What users of `logbook` get, whether they import or require it.
import * as book from './book.js';

export { Alarm } from './alarm.js';
export { Entry } from './entry.js';
export const { add, entries, size } = book;
