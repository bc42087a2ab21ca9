'use strict';
// A disk in memory: the program's own files, read when they are first asked for, and over them whatever the program has written.

const S_FILE = 0o100644, S_FOLDER = 0o040755;

let nextInode = 1000;
/** @typedef {{folder: boolean, bytes?: Uint8Array, mode: number, inode: number, times: {access: number, change: number, birth: number}}} Entry */

function newEntry(folder, bytes) {
  const now = host.epoch() + host.now();
  return { folder, bytes, mode: folder ? S_FOLDER : S_FILE, inode: nextInode++, times: { access: now, modified: now, change: now, birth: now } };
}

/** Path to entry, or to null for what the program has removed. */
const entries = new Map();

/** Throws as libuv's errors are thrown. */
function fail(code, syscall, path, dest) {
  const errno = node.binding('uv')[`UV_${code}`];
  const shown = `${path === undefined ? '' : ` '${path}'`}${dest === undefined ? '' : ` -> '${dest}'`}`;
  const error = new Error(`${code}: ${node.binding('uv').getErrorMessage(errno)}, ${syscall}${shown}`);
  throw Object.assign(error, { errno, code, syscall }, path !== undefined && { path }, dest !== undefined && { dest });
}

/** Absolute, without dots and without a slash at its end. */
function normal(path) {
  const text = typeof path === 'string' ? path : host.utf8Slice(path);
  const absolute = text.startsWith('/') ? text : `${node.binding('process_methods').cwd()}/${text}`;
  const parts = [];
  for (const part of absolute.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';

/** @returns {Entry | undefined} */
function look(given) {
  const path = normal(given);
  if (entries.has(path)) return entries.get(path) ?? undefined;
  const kind = path !== '/' && entries.get(parentOf(path)) === null ? 'nothing' : host.fileKind(path);
  if (kind === 'nothing') return undefined;
  const entry = newEntry(kind === 'folder', kind === 'file' ? new Uint8Array(host.fileBytes(path)) : undefined);
  entries.set(path, entry);
  return entry;
}

/** The entry, or libuv's error: ENOTDIR if a file stands in the way, else ENOENT. */
function need(path, syscall, dest) {
  const entry = look(path);
  if (entry && !(path.endsWith?.('/') && !entry.folder)) return entry;
  for (let above = parentOf(normal(path)); ; above = parentOf(above)) {
    const parent = look(above);
    if (parent) fail(parent.folder ? 'ENOENT' : 'ENOTDIR', syscall, path, dest);
  }
}

function requireFolder(path, syscall) {
  if (!need(path, syscall).folder) fail('ENOTDIR', syscall, path);
}

function requireParent(path, syscall, dest) {
  const parent = look(parentOf(normal(dest ?? path)));
  if (!parent) fail('ENOENT', syscall, path, dest);
  if (!parent.folder) fail('ENOTDIR', syscall, path, dest);
}

/** The names in a folder, sorted as the pinned Node's test machine would list them. */
function list(given) {
  const path = normal(given);
  const names = new Set(host.fileKind(path) === 'folder' && look(path) ? host.folderNames(path) : []);
  const prefix = path === '/' ? '/' : `${path}/`;
  for (const [each, entry] of entries) {
    if (!each.startsWith(prefix) || each === path) continue;
    const name = each.slice(prefix.length);
    if (name.includes('/')) continue;
    if (entry) names.add(name);
    else names.delete(name);
  }
  return [...names].sort();
}

function createFile(path, mode) {
  const entry = newEntry(false, new Uint8Array(0));
  if (mode !== undefined) entry.mode = 0o100000 | (mode & ~0o22 & 0o7777);
  entries.set(normal(path), entry);
  return entry;
}

function createFolder(path) {
  entries.set(normal(path), newEntry(true));
}

function remove(path) {
  entries.set(normal(path), null);
}

function move(from, to) {
  const [source, target] = [normal(from), normal(to)];
  const entry = look(source);
  if (entry.folder) for (const name of list(source)) move(`${source}/${name}`, `${target}/${name}`);
  entries.set(source, null);
  entries.set(target, entry);
}

function setBytes(entry, bytes) {
  entry.bytes = bytes;
  entry.times.modified = entry.times.change = host.epoch() + host.look();
}

node.disk = { look, need, list, createFile, createFolder, remove, move, setBytes, fail, requireFolder, requireParent, normal };
module.exports = node.disk;
