'use strict';
// What each function of the binding fs does, as if it were synchronous; fs.js makes requests of them.

const disk = node.piece('disk');
const files = node.piece('descriptors');
const { look, need, fail } = disk;
const { UV_DIRENT_FILE, UV_DIRENT_DIR, UV_FS_COPYFILE_EXCL = 1, W_OK, X_OK } = node.binding('constants').fs;

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const isDescriptor = (value) => typeof value === 'number';
const BLOCK = 4096;

/** The fields of `fs.Stats` in their order. */
function stats(entry, bigint) {
  const size = entry.folder ? BLOCK : entry.bytes.length;
  const { access, modified, change, birth } = entry.times;
  const fields = [1, entry.mode, entry.folder ? 2 : 1, 1000, 1000, 0, BLOCK, entry.inode, size, Math.ceil(size / 512)];
  for (const time of [access, modified, change, birth]) fields.push(Math.floor(time / 1000), Math.floor((time % 1000) * 1e6));
  return bigint ? BigInt64Array.from(fields, (field) => BigInt(Math.trunc(field))) : Float64Array.from(fields);
}

function stat(path, bigint, throwIfNoEntry, syscall) {
  if (!look(path) && throwIfNoEntry === false) return undefined;
  return stats(need(path, syscall), bigint);
}

function readdir(path, encoding, withFileTypes) {
  disk.requireFolder(path, 'scandir');
  const names = disk.list(path);
  const { Buffer } = node.internal('buffer');
  const shown = encoding === 'buffer' ? names.map((name) => Buffer.from(name)) : names;
  if (!withFileTypes) return shown;
  return [shown, names.map((name) => look(`${path}/${name}`).folder ? UV_DIRENT_DIR : UV_DIRENT_FILE)];
}

function mkdir(path, mode, recursive) {
  const normal = disk.normal(path);
  if (!recursive) {
    if (look(path)) fail('EEXIST', 'mkdir', path);
    disk.requireParent(path, 'mkdir');
    disk.createFolder(path);
    return undefined;
  }
  let first;
  for (let end = normal.indexOf('/', 1); ; end = normal.indexOf('/', end + 1)) {
    const part = end < 0 ? normal : normal.slice(0, end);
    const entry = look(part);
    if (entry && !entry.folder) fail(end < 0 ? 'EEXIST' : 'ENOTDIR', 'mkdir', path);
    if (!entry) {
      disk.createFolder(part);
      first ??= part;
    }
    if (end < 0) return first;
  }
}

function removeTree(path) {
  if (look(path).folder) for (const name of disk.list(path)) removeTree(`${path}/${name}`);
  disk.remove(path);
}

function rmdir(path) {
  disk.requireFolder(path, 'rmdir');
  if (disk.list(path).length > 0) fail('ENOTEMPTY', 'rmdir', path);
  disk.remove(path);
}

function rename(from, to) {
  const source = need(from, 'rename', to);
  disk.requireParent(from, 'rename', to);
  const target = look(to);
  if (target?.folder && !source.folder) fail('EISDIR', 'rename', from, to);
  if (target?.folder && disk.list(to).length > 0) fail('ENOTEMPTY', 'rename', from, to);
  disk.move(from, to);
}

function copyFile(from, to, mode) {
  const source = need(from, 'copyfile', to);
  if (source.folder) fail('EISDIR', 'copyfile', from, to);
  if (mode & UV_FS_COPYFILE_EXCL && look(to)) fail('EEXIST', 'copyfile', from, to);
  disk.requireParent(from, 'copyfile', to);
  disk.setBytes(look(to) ?? disk.createFile(to), source.bytes.slice());
}

function unlink(path) {
  if (need(path, 'unlink').folder) fail('EISDIR', 'unlink', path);
  disk.remove(path);
}

function access(path, mode) {
  const entry = need(path, 'access');
  if (mode & X_OK && !entry.folder && !(entry.mode & 0o111)) fail('EACCES', 'access', path);
  if (mode & W_OK && !(entry.mode & 0o222)) fail('EACCES', 'access', path);
}

function readFileUtf8(path, flags) {
  const fd = isDescriptor(path) ? path : files.open(path, flags, 0o666);
  try {
    const { bytes, folder } = files.entryOf(fd, 'read');
    if (folder) fail('EISDIR', 'read');
    return host.utf8Slice(bytes);
  } finally {
    if (!isDescriptor(path)) files.close(fd);
  }
}

function writeFileUtf8(path, text, flags, mode) {
  const fd = isDescriptor(path) ? path : files.open(path, flags, mode);
  files.write(fd, new Uint8Array(host.encode(text, 'utf8')));
  if (!isDescriptor(path)) files.close(fd);
}

function writeBuffer(fd, buffer, offset, length, position) {
  return files.write(fd, bytesOf(buffer).subarray(offset, offset + length), position);
}

const writeString = (fd, text, position, encoding) => files.write(fd, bytesOf(node.internal('buffer').Buffer.from(text, encoding)), position);
const writeBuffers = (fd, buffers, position) => buffers.reduce((sum, buffer) =>
  sum + files.write(fd, bytesOf(buffer), typeof position === 'number' ? position + sum : position), 0);
const readBuffers = (fd, buffers, position) => buffers.reduce((sum, buffer) =>
  sum + files.read(fd, buffer, 0, buffer.byteLength, typeof position === 'number' ? position + sum : position), 0);

function setTimes(entry, accessed, modified) {
  Object.assign(entry.times, { access: accessed * 1000, modified: modified * 1000, change: host.epoch() + host.look() });
}

function setMode(entry, mode) {
  entry.mode = (entry.mode & ~0o7777) | (mode & 0o7777);
}

function mkdtemp(prefix) {
  let number = 0;
  let path;
  do path = `${prefix}${(++number).toString(36).padStart(6, 'a')}`; while (look(path));
  disk.requireParent(path, 'mkdtemp');
  disk.createFolder(path);
  return path;
}

function realpath(path) {
  need(path, 'realpath');
  return disk.normal(path);
}

/** Each with the position of its request among its arguments; without a request it is synchronous. */
module.exports = {
  access: [2, access],
  open: [3, files.open],
  close: [1, files.close],
  read: [5, files.read],
  readBuffers: [3, readBuffers],
  writeBuffer: [5, writeBuffer],
  writeBuffers: [3, writeBuffers],
  writeString: [4, writeString],
  stat: [2, (path, bigint, throwIfNoEntry) => stat(path, bigint, throwIfNoEntry, 'stat')],
  lstat: [2, (path, bigint, throwIfNoEntry) => stat(path, bigint, throwIfNoEntry, 'lstat')],
  fstat: [2, (fd, bigint) => stats(files.entryOf(fd, 'fstat'), bigint)],
  readdir: [3, readdir],
  mkdir: [3, mkdir],
  mkdtemp: [2, mkdtemp],
  rmdir: [1, rmdir],
  rename: [2, rename],
  unlink: [1, unlink],
  copyFile: [3, copyFile],
  ftruncate: [2, files.truncate],
  fsync: [1, (fd) => { files.entryOf(fd, 'fsync'); }],
  fdatasync: [1, (fd) => { files.entryOf(fd, 'fdatasync'); }],
  realpath: [2, realpath],
  readlink: [2, (path) => { need(path, 'readlink'); fail('EINVAL', 'readlink', path); }],
  chmod: [2, (path, mode) => setMode(need(path, 'chmod'), mode)],
  fchmod: [2, (fd, mode) => setMode(files.entryOf(fd, 'fchmod'), mode)],
  utimes: [3, (path, accessed, modified) => setTimes(need(path, 'utime'), accessed, modified)],
  lutimes: [3, (path, accessed, modified) => setTimes(need(path, 'lutime'), accessed, modified)],
  futimes: [3, (fd, accessed, modified) => setTimes(files.entryOf(fd, 'futime'), accessed, modified)],
  readFileUtf8: [2, readFileUtf8],
  writeFileUtf8: [4, writeFileUtf8],
  rmSync: [4, (path, retries, recursive) => {
    if (need(path, 'rm').folder && !recursive) fail('EISDIR', 'rm', path);
    removeTree(path);
  }],
};
