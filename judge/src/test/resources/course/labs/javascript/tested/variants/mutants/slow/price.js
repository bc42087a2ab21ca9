export function price(grams) {
  if (!(grams > 0)) throw new RangeError('grams');
  return grams <= 1000 ? 5 : 9;
}

export async function later(grams) {
  return new Promise(() => setTimeout(() => {}, 1e6));
}
