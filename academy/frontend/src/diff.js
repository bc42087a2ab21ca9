// The lines of two texts beside each other.

/** @typedef {{ left?: number, right?: number }} Pair line numbers from 0; one missing where a line has no other side */

/**
 * The longest common run of lines stays; the rest was taken away or added.
 *
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Pair[]}
 */
export function align(left, right) {
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < left.length - head && tail < right.length - head
    && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  const middle = common(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  /** @type {Pair[]} */
  const pairs = [];
  for (let i = 0; i < head; i += 1) pairs.push({ left: i, right: i });
  pairs.push(...gaps(middle, left.length - head - tail, right.length - head - tail, head));
  for (let i = tail; i > 0; i -= 1) pairs.push({ left: left.length - i, right: right.length - i });
  return pairs;
}

/**
 * The longest common subsequence, as pairs of indexes.
 * @param {string[]} left
 * @param {string[]} right
 * @returns {[number, number][]}
 */
function common(left, right) {
  if (left.length * right.length > 4_000_000) return [];
  const width = right.length + 1;
  const longest = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = left[i] === right[j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  /** @type {[number, number][]} */
  const pairs = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * Between two common lines, what was taken away stands beside what was added.
 * @param {[number, number][]} kept
 * @param {number} lefts
 * @param {number} rights
 * @param {number} head
 */
function gaps(kept, lefts, rights, head) {
  /** @type {Pair[]} */
  const pairs = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...kept, [lefts, rights]]) {
    while (i < left || j < right) {
      pairs.push({ left: i < left ? head + i++ : undefined, right: j < right ? head + j++ : undefined });
    }
    if (left < lefts || right < rights) pairs.push({ left: head + i++, right: head + j++ });
  }
  return pairs;
}
