export * from './side.mjs';
export { value as other } from './side.mjs';
export * as all from './side.mjs';
