// Tests: a test file of the learner's on node:test, with other modules in the place of those it tests.
//
// What node:test makes known is taken where it is made known, before any code of the learner's can hear or change it, and
// told at once: a file that ends the process has told what it did until then. Modules in the place of others come from
// memory: the file on disk stays the one the learner knows, under the same path.

/** Where node:test finds the reporter that `--test-reporter` names; gone before anything of the learner's is loaded. */
const SINK = 'backwrightSink';
const modules = new Map();

/** Runs one file and lets the process end as it would; several frames, of which the last has an `end`. */
function test(command) {
  const heard = { __proto__: null, loaded: false, finished: false };
  for (let i = 0; i < command.modules.length; i++) {
    mapSet(modules, here + command.modules[i][0], bufferFrom(command.modules[i][1], 'base64'));
  }
  requireHere('node:module').registerHooks({ __proto__: null, resolve: resolveModule, load: loadModule });
  const suite = requireHere('node:test');
  const sink = new (requireHere('node:stream').Transform)({ objectMode: true, transform: drop });
  start(new Promise((piped) => sink.on('pipe', piped)), command.path, heard);
  defineProperty(globalThis, SINK, { __proto__: null, value: sink, configurable: true });
  suite.before(() => {}); // node:test gets ready, which makes the pipe
  return undefined;
}

function drop(event, encoding, done) {
  done();
}

/** Waits from outside of every test and hook: where node:test was waited for inside of one, tests would be parts of it. */
async function start(piped, path, heard) {
  overhear(await piped, heard);
  delete globalThis[SINK];
  hideSources();
  const before = globals();
  self.on('exit', (code) => {
    const rest = heard.loaded && heard.finished ? leftBehind(before) : '';
    send('{"end":' + code + ',"loaded":' + heard.loaded + ',"finished":' + heard.finished + ',"left":[' + rest + ']}');
  });
  load(path, heard);
}

async function load(path, heard) {
  try {
    await import(here + path);
  } catch (error) {
    send('{"broken":' + quote(shown(error)) + ',"stack":' + quote(stackOf(error)) + '}');
    return;
  }
  heard.loaded = true;
}

function overhear(source, heard) {
  const emit = source.emit;
  defineProperty(source, 'emit', {
    __proto__: null,
    value(type, data) {
      if (type === 'test:dequeue') send('{"began":' + aboutTest(data) + '}');
      else if (type === 'test:complete') send('{"ended":' + aboutTest(data) + outcome(data) + '}');
      else if (type === 'test:diagnostic') send('{"remark":' + quote(own(data, 'message')) + '}');
      else if (type === 'test:summary') heard.finished = true;
      return apply(emit, source, [type, data]);
    },
  });
}

function aboutTest(data) {
  return own(data, 'testId') + ',"in":' + own(data, 'parentId') + ',"name":' + quote(own(data, 'name')) + ',"line":' + (own(data, 'line') ?? 0);
}

function outcome(data) {
  const details = own(data, 'details');
  const error = own(details, 'error');
  let text = ',"suite":' + (own(details, 'type') === 'suite') + ',"passed":' + own(details, 'passed');
  if (isMarked(own(data, 'skip'))) text += ',"skip":true';
  if (isMarked(own(data, 'todo'))) text += ',"todo":true';
  if (error !== undefined) text += ',"how":' + quote(own(error, 'failureType')) + ',"why":' + quote(cause(error));
  return text;
}

/** `skip` and `todo` are true, or the reason for them, which may be an empty text. */
function isMarked(mark) {
  return mark !== undefined && mark !== false;
}

/** What was thrown: node:test wraps it. */
function cause(error) {
  const thrown = own(error, 'cause');
  return isNativeError(thrown) ? shown(thrown) : own(error, 'message');
}

function plainUrl(url) {
  for (let i = 0; i < url.length; i++) {
    const code = charCodeAt(url, i);
    if (code === 63 || code === 35) return slice(url, 0, i);
  }
  return url;
}

/** A module of ours that is no file of the learner's is found, too, but only by another of ours. */
function resolveModule(specifier, context, next) {
  try {
    return next(specifier, context);
  } catch (error) {
    const url = own(error, 'url');
    if (typeof url !== 'string' || !mapHas(modules, plainUrl(url)) || !mapHas(modules, plainUrl(context.parentURL))) throw error;
    return { __proto__: null, url, format: 'module', shortCircuit: true };
  }
}

function loadModule(url, context, next) {
  const source = mapGet(modules, plainUrl(url));
  if (source === undefined) return next(url, context);
  return { __proto__: null, format: context.format ?? 'module', source, shortCircuit: true };
}

/** A function's text would tell which of several right or wrong programs this is. */
function hideSources() {
  const told = Function.prototype.toString;
  const text = uncurry(told);
  const hidden = {
    toString() {
      text(this); // throws where it is no function
      return 'function () { [native code] }';
    },
  };
  defineProperty(Function.prototype, 'toString', { __proto__: null, value: hidden.toString, writable: true, configurable: true });
}

/** What tests use to replace for a while: each with the name it has in a message. */
function replaceable() {
  const fs = requireHere('node:fs');
  return [
    ['', globalThis], ['console.', console], ['Date.', Date], ['Math.', Math], ['JSON.', JSON], ['Object.', Object],
    ['Promise.', Promise], ['performance.', performance], ['process.env.', process.env], ['fs.', fs], ['fs.promises.', fs.promises],
    ['Array.prototype.', Array.prototype], ['Object.prototype.', objectPrototype], ['String.prototype.', String.prototype],
    ['Date.prototype.', Date.prototype], ['Function.prototype.', Function.prototype],
  ];
}

function globals() {
  const all = replaceable();
  const seen = [];
  for (let i = 0; i < all.length; i++) {
    const values = new Map();
    const keys = ownKeys(all[i][1]);
    for (let k = 0; k < keys.length; k++) mapSet(values, keys[k], getOwnPropertyDescriptor(all[i][1], keys[k]));
    put(seen, i, { __proto__: null, name: all[i][0], object: all[i][1], values });
  }
  return seen;
}

/** Names of what is there no more, is new, or is something else; what Node itself fills in on first use is none of it. */
function leftBehind(before) {
  let text = '';
  for (let i = 0; i < before.length; i++) {
    const { name, object, values } = before[i];
    const keys = ownKeys(object);
    for (let k = 0; k < keys.length; k++) {
      const old = mapGet(values, keys[k]);
      if (typeof keys[k] === 'string' && differs(old, getOwnPropertyDescriptor(object, keys[k]))) text += listed(text, name + keys[k]);
    }
    mapForEach(values, (old, key) => {
      if (typeof key === 'string' && !hasOwn(object, key)) text += listed(text, name + key);
    });
  }
  return text;
}

function listed(before, name) {
  return (before === '' ? '' : ',') + quote(name);
}

function differs(old, found) {
  if (old === undefined) return true;
  if (!hasOwn(old, 'value')) return !hasOwn(found, 'value') ? old.get !== found.get : false;
  return !hasOwn(found, 'value') || !is(old.value, found.value);
}
