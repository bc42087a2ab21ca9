// mutate.mjs FILE… : prints as JSON what StrykerJS would change in each file, one change at a time:
// [{file, line, mutator, from, to, replacement}], where `from` and `to` are positions in the file's text (UTF-16 units).

import { readFile } from 'node:fs/promises';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const silent = new Proxy({}, { get: (_, name) => () => String(name).startsWith('is') && false });
const instrumenter = new Instrumenter(silent);
/** `export { f as 'module.exports' }`: a name, and no place where StrykerJS could put its switch. */
const names = { shouldIgnore: ({ parent }) => (/^(Ex|Im)portSpecifier$/.test(parent?.type) ? 'a name' : undefined) };
const options = { plugins: null, excludedMutations: [], ignorers: [names], noHeader: true };

const found = [];
for (const file of process.argv.slice(2)) {
  const content = await readFile(file, 'utf8');
  const { mutants } = await instrumenter.instrument([{ name: file, content, mutate: true }], options);
  const lines = starts(content);
  const at = ({ line, column }) => lines[line] + column;
  for (const { location, mutatorName: mutator, replacement, status } of mutants) {
    if (status === 'Ignored') continue;
    const { start, end } = location;
    found.push({ file, line: start.line + 1, mutator, from: at(start), to: at(end), replacement });
  }
}
process.stdout.write(JSON.stringify(found));

/** Where each line begins. */
function starts(text) {
  const all = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) all.push(at + 1);
  return all;
}
