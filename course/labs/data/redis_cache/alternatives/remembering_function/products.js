import { readProduct, writeProduct } from './catalogue.js';
import { remembering } from './cache.js';

export const findProduct = remembering('product', readProduct, { found: 40, missing: 6 });

export const saveProduct = (product) => writeProduct(product).then(() => findProduct.forget(product.id));
