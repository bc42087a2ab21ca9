export { Entry, read } from './kinds.cjs';
