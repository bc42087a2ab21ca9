export { default } from './format.cjs';
