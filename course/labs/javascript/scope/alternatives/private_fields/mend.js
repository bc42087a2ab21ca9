export function count(wanted, words) {
  return words.reduce((sum, word) => sum + Number(word === wanted), 0);
}

export function labels(items) {
  const made = [];
  for (var i = 0; i < items.length; i++) {
    var note = items[i].sale ? ' (sale)' : '';
    made.push(items[i].name + note);
  }
  return made;
}

export function postage(grams) {
  var cost = 5;
  if (grams > 1000) {
    var cost = cost * 2; // the same variable again
  }
  return cost;
}
