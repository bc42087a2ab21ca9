// A learner's text as it is shown: nothing acts, and every character can be seen.

import { el } from './dom.js';

// Controls but line feed and tab, separators, marks of direction and width; not the joiners, which belong to spelling.
const UNSEEN = /(?:(?![\n\t\u200c\u200d\u00ad])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])/gu;

/** Most texts hold nothing of that, and are asked for at every step of a recording. */
const SEEN = /^[\n\t\x20-\x7e]*$/;

/** @param {string} character */
function escaped(character) {
  const point = /** @type {number} */ (character.codePointAt(0));
  if (point <= 0xff) return `\\x${point.toString(16).padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${point.toString(16).padStart(4, '0')}` : `\\u{${point.toString(16)}}`;
}

/**
 * The text as nodes, unseen characters in frames of their own.
 * @param {string} text
 */
export function visible(text) {
  const piece = document.createDocumentFragment();
  if (SEEN.test(text)) {
    piece.append(text);
    return piece;
  }
  const clean = text.replace(/\r\n/g, '\n');
  let from = 0;
  for (const match of clean.matchAll(UNSEEN)) {
    piece.append(clean.slice(from, match.index), el('span', { class: 'unseen' }, escaped(match[0])));
    from = match.index + match[0].length;
  }
  piece.append(clean.slice(from));
  return piece;
}

/** The same where only text can stand. @param {string} text */
export function plain(text) {
  return SEEN.test(text) ? text : text.replace(UNSEEN, escaped);
}

/**
 * A sentence in which names stand in backquotes.
 * @param {string} text
 */
export function prose(text) {
  const piece = document.createDocumentFragment();
  text.split(/`([^`]*)`/).forEach((part, i) => {
    piece.append(i % 2 ? el('code', {}, visible(part)) : visible(part));
  });
  return piece;
}
