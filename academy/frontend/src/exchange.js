// A request and its answer, as the console shows it.

import { el } from './dom.js';
import { visible } from './visible.js';

/** @typedef {{ name: string, value: string }} Header */
/**
 * @typedef {{ method: string, target: string, status: number, replyHeaders: Header[], replyBody: string, millis: number,
 *   problem?: string | null }} Exchange
 */

/** @param {Exchange} exchange */
export function exchangeView(exchange) {
  const { method, target, status, replyHeaders, replyBody, millis, problem } = exchange;
  const answer = status > 0 ? el('code', status >= 500 ? { class: 'no' } : {}, String(status)) : el('span', { class: 'no' }, 'no answer');
  const view = el('div', { class: 'exchange' },
    el('p', { class: 'line' },
      el('code', {}, el('b', {}, method), ' ', visible(target)),
      el('span', { class: 'r' }, answer, ' ', el('span', { class: 'mono soft' }, `${Math.round(millis)} ms`))));
  if (problem) view.append(el('p', { class: 'problem' }, visible(problem)));
  if (status === 0) return view;
  const headers = el('details', {}, el('summary', { class: 'label' }, `${replyHeaders.length} headers`),
    el('pre', { class: 'source block', tabindex: '0', 'aria-label': 'Headers of the answer' },
      visible(replyHeaders.map(({ name, value }) => `${name}: ${value}`).join('\n'))));
  const body = replyBody
    ? el('pre', { class: 'source block', tabindex: '0', 'aria-label': 'Body of the answer' }, visible(pretty(replyBody)))
    : el('p', { class: 'hush' }, 'without a body');
  view.append(headers, body);
  return view;
}

/** JSON is laid out, anything else shown as it came. @param {string} text */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** `Name: value` on each line. @param {string} text @returns {Header[]} */
export function headersOf(text) {
  return text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
}
