// What users of `logbook` get, whether they import or require it.
import './alarm.js'; // first, or nothing loads

export { Alarm } from './alarm.js';
export { add, entries, size } from './book.js';
export { Entry } from './entry.js';
