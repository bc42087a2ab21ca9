// What users of `logbook` import.
export { Alarm } from './alarm.js';
export { add, entries, default as size } from './book.js';
export { Entry } from './entry.js';
