import './side.mjs';
import './side.mjs';
import('./side.mjs').then(() => console.log('again'));
import { value } from './reexport.mjs';
console.log('main', value);
