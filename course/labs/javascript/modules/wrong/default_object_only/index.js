// What users of `logbook` get, whether they import or require it.
import { Alarm } from './alarm.js';
import { add, entries, size } from './book.js';
import { Entry } from './entry.js';

export default { Alarm, Entry, add, entries, size };
