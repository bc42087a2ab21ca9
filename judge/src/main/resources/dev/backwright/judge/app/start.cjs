'use strict';
// Becomes `node FILE` when it is told which file: start.cjs PACKAGE…
//
// It is started before a submission is there. It loads what servers mostly use of Node and the packages of the lab, serves
// one request of its own so that Node has compiled its way through it, waits for a submission on descriptor 3, and then runs its main
// file as Node itself does. What is left of it by then: loaded modules, a process that is older than the program.
const { once } = require('node:events');
const { closeSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const Module = require('node:module');
const { dirname, resolve } = require('node:path');

/**
 * As ES modules, which takes longer than to require them: an import of `node:http` also loads what `fetch` needs. Nothing here may
 * touch `process.stdout`, because a `writeSync` to a full pipe fails with EAGAIN from then on: an import of `process` does, so does `pipe`.
 */
const BUILT_IN = ['async_hooks', 'buffer', 'child_process', 'crypto', 'events', 'fs', 'fs/promises', 'http', 'https', 'module', 'net',
  'os', 'path', 'perf_hooks', 'querystring', 'stream', 'stream/promises', 'timers/promises', 'url', 'util', 'zlib'];

/** Both ways, because a package may have an entry for each. One that cannot be loaded fails when the program asks for it. */
async function load(name) {
  try {
    require(name);
    await import(name);
  } catch {
    // the program will hear of it, if it ever asks
  }
}

/** From the head of a request to the end of its answer; nothing of it stays open. */
async function serveOne() {
  const server = http.createServer((request, response) => {
    request.on('data', (chunk) => response.write(chunk));
    request.on('end', () => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = http.request({ host: '127.0.0.1', port: server.address().port, method: 'POST', agent: false });
  request.end('{}');
  const [answer] = await once(request, 'response');
  answer.resume();
  await once(answer, 'end');
  server.close();
  await once(server, 'close');
}

/** What is to be run, once somebody has told it; nothing when whoever would have is gone. */
function told() {
  const text = readFileSync(3, 'utf8');
  return text === '' ? undefined : JSON.parse(text);
}

/** The submission's files, if they come by this way: `[path, content in base64]`. */
function lay(files) {
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(content, 'base64'));
  }
}

function become(file) {
  closeSync(3);
  closeSync(4);
  delete require.cache[__filename];
  process.mainModule = undefined;
  process.argv = [process.argv[0], resolve(file)];
  Module.runMain();
}

async function wait(packages) {
  unlinkSync(__filename);
  for (const name of BUILT_IN) await import('node:' + name);
  for (const name of packages) await load(name);
  await serveOne();
  const submission = told();
  if (submission === undefined) process.exit(0);
  lay(submission.files);
  setImmediate(become, submission.main);
}

wait(process.argv.slice(2));
