export { Alarm } from './kinds.cjs';
