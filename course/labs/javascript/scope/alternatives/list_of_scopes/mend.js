export function count(word, words) {
  const isTheWord = (each) => Object.is(each, word);
  return words.filter(isTheWord).length;
}

export function labels(items) {
  return items.map((item) => {
    const parts = [item.name];
    if (item.sale) parts.push('(sale)');
    return parts.join(' ');
  });
}

export function postage(grams) {
  const cost = 5;
  if (grams <= 1000) return cost;
  return 2 * cost;
}
