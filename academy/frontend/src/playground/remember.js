// Keeps what was predicted in a recording, with what one needs to be asked it again: the program, the place, what was printed.

import { call } from '../api.js';
import { plain } from '../visible.js';

/** @typedef {import('../recording/predict.js').Answer} Answer @typedef {import('../recording/format.js').Trace} Trace @typedef {import('./link.js').Program} Program */

const LINES = 8;
const LETTERS = 600;

/** @param {Answer} answer @param {Program} program @param {Trace} trace @param {string | undefined} lab where the program comes from */
export async function remember({ question, chosen, file, line }, { files, main }, trace, lab) {
  const { text, choices, because, step } = question;
  await call('POST', '/api/predictions', {
    lab: lab ?? null,
    question: {
      text: plain(text),
      choices: choices.map((choice) => plain(choice.text)),
      answer: choices.findIndex(({ right }) => right),
      why: plain(because ?? ''),
      scene: { files, main, step, file, line, printed: printed(trace, step) },
    },
    chosen,
  });
}

/** The end of what stood on the console then. @param {Trace} trace @param {number} step */
function printed(trace, step) {
  const before = trace.console.filter((line) => line.step <= step).slice(-LINES).map(({ text }) => text).join('');
  return plain(before.trimEnd()).slice(-LETTERS);
}
