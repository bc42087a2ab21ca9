export { Alarm } from './entry.js';
