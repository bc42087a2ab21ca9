'use strict';
// The binding fs: calls that end at once, or as requests in the poll phase, by callback or by promise.

const disk = node.piece('disk');

/** As a request of libuv's ends: in the asynchronous context in which it was made. `what` is the binding's function, whose first argument may be a path. */
function completeInContext(resource, what, [path], finish) {
  const carried = host.getCarried();
  const hooks = node.internal('internal/async_hooks');
  const id = hooks.newAsyncId();
  const trigger = hooks.executionAsyncId();
  host.completeLater(() => {
    host.setCarried(carried);
    hooks.pushAsyncContext(id, trigger, resource);
    try {
      finish();
    } finally {
      hooks.popAsyncContext(id);
    }
  }, what, typeof path === 'string' ? path : '');
}

function tried(call, args) {
  try {
    return { value: call(...args) };
  } catch (error) {
    // As from a thread of libuv's: nothing of JavaScript was on the stack.
    if (typeof error.code === 'string' && error.errno < 0) error.stack = `${error.name}: ${error.message}`;
    return { error };
  }
}

function request(req, what, call, args) {
  completeInContext(req, what, args, () => {
    const { value, error } = tried(call, args);
    if (error) req.oncomplete(error);
    else if (value === undefined) req.oncomplete(null);
    else req.oncomplete(null, value);
  });
}

function promised(what, call, args) {
  return new Promise((resolve, reject) => {
    completeInContext({}, what, args, () => {
      const { value, error } = tried(call, args);
      if (error) reject(error);
      else resolve(value);
    });
  });
}

function fs(binding) {
  const calls = node.piece('fs_calls');
  const files = node.piece('descriptors');
  const { kUsePromises } = binding;

  for (const [name, [position, call]] of Object.entries(calls)) {
    binding[name] = { [name](...args) {
      const req = args[position];
      const [given] = [args.toSpliced(position, 1)];
      if (req === undefined) return call(...given);
      return req === kUsePromises ? promised(name, call, given) : request(req, name, call, given);
    } }[name];
  }

  class FileHandle {
    constructor(fd) { this.fd = fd; }
    getAsyncId() { return this.fd; }
    close() {
      const { fd } = this;
      this.fd = -1;
      return promised('close', files.close, [fd]);
    }
    closeSync() {
      files.close(this.fd);
      this.fd = -1;
    }
    releaseFD() {
      const { fd } = this;
      this.fd = -1;
      return fd;
    }
    onread() {}
  }

  return Object.assign(binding, {
    FileHandle,
    FSReqCallback: class FSReqCallback { constructor(bigint) { this.bigint = bigint; } },
    openFileHandle: (path, flags, mode) => promised('open', () => new FileHandle(files.open(path, flags, mode)), [path]),
    existsSync: (path) => disk.look(path) !== undefined,
    /** 0: a file; 1: a folder; negative: neither. */
    internalModuleStat(path) {
      const entry = disk.look(path);
      return entry ? Number(entry.folder) : -2;
    },
    getFormatOfExtensionlessFile: () => 0,
    legacyMainResolve(packageUrl, main) {
      const folder = node.internal('internal/url').fileURLToPath(packageUrl);
      const tries = [...(main ? ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'].map((end) => main + end) : Array(7)),
        'index.js', 'index.json', 'index.node'];
      const found = tries.findIndex((name) => name !== undefined && disk.look(`${folder}/${name}`)?.folder === false);
      if (found >= 0) return found;
      const { ERR_MODULE_NOT_FOUND } = node.internal('internal/errors').codes;
      throw new ERR_MODULE_NOT_FOUND(folder, undefined, 'package');
    },
    statValues: new Float64Array(36),
    bigintStatValues: new BigInt64Array(36),
  });
}

/** Folders opened by `fs.opendir`: their entries are taken down when they are opened. */
function fsDir(binding) {
  const open = (path) => {
    disk.requireFolder(path, 'opendir');
    const rest = disk.list(path).flatMap((name) => [name, disk.look(`${path}/${name}`).folder ? 2 : 1]);
    const end = (req, value) => req === undefined ? value : request(req, 'readdir', () => value, []);
    return {
      read: (encoding, size, req) => end(req, rest.length === 0 ? null : rest.splice(0, size * 2)),
      close: (req) => end(req, undefined),
    };
  };
  return Object.assign(binding, {
    opendir: (path, encoding, req) => req === undefined ? open(path) : request(req, 'opendir', open, [path]),
    opendirSync: open,
  });
}

module.exports = { fs, fs_dir: fsDir };
