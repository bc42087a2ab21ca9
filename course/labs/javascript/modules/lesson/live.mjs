import { add, size } from './store.mjs';
import * as store from './store.mjs';

const { size: copy } = store;
add();
console.log(size, store.size, copy);
