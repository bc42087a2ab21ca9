// What users of `logbook` import.
export { Alarm, Entry, add, entries, size } from './core.cjs';
