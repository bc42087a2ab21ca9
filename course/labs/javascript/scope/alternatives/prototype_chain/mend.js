export function count(word, words) {
  let found = 0;
  for (const candidate of words) if (candidate === word) found++;
  return found;
}

export const labels = (items) => items.map(({ name, sale }) => (sale ? `${name} (sale)` : name));

export function postage(grams) {
  return grams > 1000 ? 10 : 5;
}
