// What users of `logbook` get, whether they import or require it.
export { Alarm } from './alarm.js';
export { add, entries, size } from './book.js';
export { Entry } from './entry.js';
