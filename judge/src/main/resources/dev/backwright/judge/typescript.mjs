// Lets Node run TypeScript as Nest and TypeORM expect it, with decorators and their metadata:
//
//     node --import ./typescript.mjs src/main.ts
//
// Each file is compiled when it is imported. Types are taken away, not checked: `npx tsc --noEmit` checks them.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const OPTIONS = {
  configFile: false,
  swcrc: false,
  isModule: true,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2024',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

/** TypeScript of the program's own, not of a package. */
const isOurs = url => /^file:.*\.m?ts$/.test(url) && !url.includes('/node_modules/');

function compiled(file) {
  try {
    return transformSync(readFileSync(file, 'utf8'), { ...OPTIONS, filename: file }).code;
  } catch (error) {
    throw told(relative('', file), String(error.message));
  }
}

/** The first thing the compiler complains of, with its place, as Node tells a mistake in JavaScript. */
function told(file, message) {
  const [, what, line, frame] = /^ *x (.*)\n[^]*?:(\d+):\d+\]\n([^]*?)`----/m.exec(message) ?? [];
  if (what === undefined) return new Error(message);
  const error = new SyntaxError(`${what} (${file}:${line})`);
  error.stack = `${error.name}: ${error.message}\n${frame}\n    at ${file}:${line}`;
  return error;
}

/** TypeScript names a file as it is, `./cats.ts`, or as it would be once compiled, `./cats.js`. */
function meant(specifier, importer) {
  const isCompiled = /^\.\.?\/.*\.m?js$/.test(specifier) && !existsSync(new URL(specifier, importer));
  return isCompiled ? specifier.replace(/js$/, 'ts') : specifier;
}

transformSync('', OPTIONS); // the first of all takes ten times as long as any other
setSourceMapsSupport(true, { nodeModules: false });
registerHooks({
  resolve: (specifier, context, next) =>
    next(isOurs(context.parentURL ?? '') ? meant(specifier, context.parentURL) : specifier, context),
  load: (url, context, next) =>
    isOurs(url) ? { format: 'module', shortCircuit: true, source: compiled(fileURLToPath(url)) } : next(url, context),
});
