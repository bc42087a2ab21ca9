// Three functions with one mistake each. One line each is enough to mend them.

/** How many of `words` are `word`. */
export function count(word, words) {
  return words.filter((word) => word === word).length;
}

/** The name of each item, and behind it ' (sale)' where that item is on sale. */
export function labels(items) {
  const made = [];
  for (const item of items) {
    var note;
    if (item.sale) note = ' (sale)';
    made.push(item.name + (note ?? ''));
  }
  return made;
}

/** What a parcel costs: 5 up to 1000 grams, twice that above. */
export function postage(grams) {
  let cost = 5;
  if (grams > 1000) {
    let cost = cost * 2;
  }
  return cost;
}
