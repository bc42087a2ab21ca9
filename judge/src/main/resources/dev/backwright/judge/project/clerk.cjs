'use strict';
// Runs commands in a working copy, and hands out its files: one request, one answer, each a signed frame (Frames.java).
// Descriptor 3 brings requests, 4 takes answers; neither is passed on to what is started here.
const { spawn } = require('node:child_process');
const { createHmac, timingSafeEqual } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const KEPT = 256 << 10; // of each stream of a command
const LARGEST = 1 << 20; // of a file that is handed out
const MOST_FILES = 3000;
const TO_CLOSE = 500; // milliseconds for pipes that an ended command's children hold

fs.unlinkSync(__filename);
const submission = process.cwd();
const outside = process.env.TMPDIR;
const key = exactly(32);
let received = 0;
let sent = 0;

function exactly(length) {
  const bytes = Buffer.alloc(length);
  for (let have = 0; have < length; ) {
    const got = fs.readSync(3, bytes, have, length - have, null);
    if (got === 0) process.exit(0); // nobody asks any more
    have += got;
  }
  return bytes;
}

function tag(direction, number, payload) {
  const head = Buffer.alloc(5);
  head[0] = direction;
  head.writeInt32BE(number, 1);
  return createHmac('sha256', key).update(head).update(payload).digest().subarray(0, 16);
}

function next() {
  const length = exactly(4).readInt32BE();
  const signed = exactly(16);
  const payload = exactly(length);
  if (!timingSafeEqual(signed, tag(1, received++, payload))) process.exit(97);
  return JSON.parse(payload);
}

function answer(content) {
  const ascii = JSON.stringify(content).replace(/[\u0080-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
  const payload = Buffer.from(ascii, 'latin1');
  const head = Buffer.alloc(4);
  head.writeInt32BE(payload.length);
  const frame = Buffer.concat([head, tag(2, sent++, payload), payload]);
  for (let done = 0; done < frame.length; ) done += fs.writeSync(4, frame, done);
}

function root(at) {
  const folder = at === '' ? submission : path.join(outside, at);
  if (at !== '') fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** Keeps the beginning of what a stream brings. */
function keep(stream) {
  const pieces = [];
  let size = 0;
  stream.on('error', () => {});
  stream.on('data', (piece) => {
    if (size < KEPT) pieces.push(piece.subarray(0, KEPT - size));
    size += piece.length;
  });
  return () => Buffer.concat(pieces).toString() + (size > KEPT ? `\n… ${size - KEPT} bytes left out …\n` : '');
}

function run({ at, command, environment }) {
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: root(at),
      env: { ...process.env, ...environment },
      detached: true, // a group of its own, which is ended with it
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.on('error', (error) => {
      const code = error.code === 'ENOENT' ? 127 : 126;
      done({ code, out: '', err: `${command[0]}: ${error.code}\n` });
    });
    const out = keep(child.stdout);
    const err = keep(child.stderr);
    child.on('exit', (code, signal) => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // nobody of the group is left
      }
      const told = () => done({ code: code ?? 128 + require('node:os').constants.signals[signal], out: out(), err: err() });
      const late = setTimeout(told, TO_CLOSE);
      child.on('close', () => {
        clearTimeout(late);
        told();
      });
    });
  });
}

function plain(given) {
  const parts = given.split('/');
  if (given.startsWith('/') || parts.some((part) => part === '..' || part.includes('\0'))) throw new Error(`not a plain path: ${given}`);
  return parts.filter((part) => part !== '' && part !== '.');
}

/** The path's place, or null where the way there leads through a link or ends. */
function place(at, given) {
  let here = root(at);
  for (const part of plain(given)) {
    here = path.join(here, part);
    const is = fs.lstatSync(here, { throwIfNoEntry: false });
    if (!is || is.isSymbolicLink()) return null;
  }
  return here;
}

function list({ at, path: below }) {
  const files = [];
  const walk = (folder, name) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (files.length >= MOST_FILES) return;
      const whole = name === '' ? entry.name : `${name}/${entry.name}`;
      if (entry.isFile()) files.push(whole);
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path.join(folder, entry.name), whole);
    }
  };
  const start = place(at, below);
  if (start && fs.statSync(start).isDirectory()) walk(start, plain(below).join('/'));
  return { files, more: files.length >= MOST_FILES };
}

function read({ at, path: given }) {
  const file = place(at, given);
  if (!file) return {};
  const open = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  try {
    const is = fs.fstatSync(open);
    if (!is.isFile()) return {};
    if (is.size > LARGEST) return { large: is.size };
    return { content: fs.readFileSync(open).toString('base64') };
  } finally {
    fs.closeSync(open);
  }
}

function lay({ at, path: given, content }) {
  const file = path.join(root(at), ...plain(given));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, Buffer.from(content, 'base64'));
  return {};
}

/** Whoever runs here is logged in at the registry, if there is one. */
function login() {
  const registry = process.env.npm_config_registry;
  if (registry) fs.appendFileSync(path.join(process.env.HOME, '.npmrc'), `${registry.replace('http:', '')}:_authToken=learner\n`);
}

const DOES = { run, list, read, lay };

async function serve() {
  login();
  for (;;) {
    const request = next();
    let content;
    try {
      content = await DOES[request.what](request);
    } catch (error) {
      content = { failed: String(error) };
    }
    answer(content);
  }
}

serve();
