function last(words) {
  for (word of words);
  return word;
}
console.log(last(['a', 'b']), globalThis.word);

function careful(words) {
  'use strict';
  for (item of words);
  return item;
}
try {
  careful(['a', 'b']);
} catch (error) {
  console.log(String(error));
}
