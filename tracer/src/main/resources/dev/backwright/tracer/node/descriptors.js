'use strict';
// Open files: descriptors over entries of the disk. 0 is an empty standard input; 1 and 2 are printed.

const { look, need, createFile, setBytes, fail, requireParent } = node.piece('disk');
const { O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_WRONLY, O_RDWR, O_DIRECTORY } = node.binding('constants').fs;

/** @type {Map<number, {entry: object, position: number, append: boolean, reads: boolean, writes: boolean}>} */
const descriptors = new Map();
let next = 17;

const stdio = (entry) => ({ entry, position: 0, append: false, reads: true, writes: false });
descriptors.set(0, stdio({ folder: false, bytes: new Uint8Array(0), mode: 0o010600, inode: 1, times: { access: 0, modified: 0, change: 0, birth: 0 } }));

function open(path, flags, mode) {
  let entry = look(path);
  if (entry && flags & O_CREAT && flags & O_EXCL) fail('EEXIST', 'open', path);
  const writes = (flags & (O_WRONLY | O_RDWR)) !== 0;
  if (entry?.folder && writes) fail('EISDIR', 'open', path);
  if (!entry && flags & O_CREAT) {
    requireParent(path, 'open');
    entry = createFile(path, mode);
  }
  entry ??= need(path, 'open');
  if (flags & O_DIRECTORY && !entry.folder) fail('ENOTDIR', 'open', path);
  if (flags & O_TRUNC && writes) setBytes(entry, new Uint8Array(0));
  descriptors.set(next, { entry, position: 0, append: (flags & O_APPEND) !== 0, reads: !(flags & O_WRONLY), writes });
  return next++;
}

function at(fd, syscall) {
  const file = descriptors.get(fd);
  if (!file) fail('EBADF', syscall);
  return file;
}

function close(fd) {
  at(fd, 'close');
  descriptors.delete(fd);
}

const given = (position) => (typeof position === 'number' || typeof position === 'bigint') && position >= 0;

/** @returns how many bytes came */
function read(fd, buffer, offset, length, position) {
  const file = at(fd, 'read');
  if (file.entry.folder) fail('EISDIR', 'read');
  if (!file.reads) fail('EBADF', 'read');
  const from = given(position) ? Number(position) : file.position;
  const part = file.entry.bytes.subarray(from, from + length);
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).set(part, offset);
  if (!given(position)) file.position += part.length;
  return part.length;
}

/** @returns how many bytes went */
function write(fd, bytes, position) {
  if (fd === 1 || fd === 2) {
    host.writeBytes(fd, bytes);
    return bytes.length;
  }
  const file = at(fd, 'write');
  if (!file.writes) fail('EBADF', 'write');
  const { entry } = file;
  const from = file.append ? entry.bytes.length : given(position) ? Number(position) : file.position;
  const grown = new Uint8Array(Math.max(entry.bytes.length, from + bytes.length));
  grown.set(entry.bytes);
  grown.set(bytes, from);
  setBytes(entry, grown);
  if (!given(position)) file.position = from + bytes.length;
  return bytes.length;
}

function truncate(fd, length) {
  const { entry } = at(fd, 'ftruncate');
  const bytes = new Uint8Array(length);
  bytes.set(entry.bytes.subarray(0, length));
  setBytes(entry, bytes);
}

module.exports = { open, close, read, write, truncate, entryOf: (fd, syscall) => at(fd, syscall).entry };
