import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { later, price } from './price.js';

describe('price', () => {
  it('is 5 up to 1,000 g', () => assert.equal(price(1000), 5));
  it('is 9 above', () => assert.equal(price(1001), 9));
  it('takes no zero', () => assert.throws(() => price(0), RangeError));
  it('comes later, too (a + b)', async () => assert.equal(await later(10), 5));
});
