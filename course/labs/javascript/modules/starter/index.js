// What `import … from 'logbook'` gives.
import './alarm.js'; // first, or nothing loads
import * as book from './book.js';

export { Alarm } from './alarm.js';
export { Entry } from './entry.js';
export const { add, entries, size } = book;
