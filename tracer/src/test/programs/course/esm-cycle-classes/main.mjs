// Functions are there before their module runs, classes and const are not.
import { early } from './a.mjs';
import './b.mjs';
console.log(early());
