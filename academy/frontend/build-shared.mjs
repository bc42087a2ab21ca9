// The page of a shared recording, whole but for the recording: script and style stand in it, and its policy names them by digest,
// so that nothing else can run there, and nothing can be fetched.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const common = { absWorkingDir: here, bundle: true, minify: true, write: false, target: ['es2022'], legalComments: 'none', logLevel: 'warning' };

/** @returns {Promise<string>} */
export async function sharedPage() {
  const script = await bundled({ entryPoints: ['src/shared.js'], format: 'iife', charset: 'ascii' });
  const style = await bundled({ entryPoints: ['src/shared.css'] });
  if (/<\/script|<!--/i.test(script) || /<\/style|url\(/i.test(style)) throw new Error('the shared page would not hold together');
  const policy = `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`;
  const pieces = { POLICY: policy, STYLE: style, SCRIPT: script };
  const template = await readFile(join(here, 'src/shared.html'), 'utf8');
  return template.replace(/@@(POLICY|STYLE|SCRIPT)@@/g, (_, name) => pieces[name]);
}

async function bundled(options) {
  const { outputFiles } = await build({ ...common, ...options });
  return outputFiles[0].text.trim();
}

function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
