import { table } from './table.js';

export const price = (grams) => {
  if (grams > 0) return table.find(([most]) => grams <= most)[1];
  throw new RangeError('another text');
};

export const later = async (grams) => price(grams);
