// Commands: one at a time, each answered by one frame. What throws is an answer too.

/** Values of the judge's that JSON has no word for. */
const SPECIAL = { __proto__: null, undefined: undefined, nan: NaN, negativeZero: -0, infinity: Infinity, negativeInfinity: -Infinity };

function put(array, at, value) {
  defineProperty(array, at, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

/** A value the judge sent: `[kind, content]`. */
function decode(coded) {
  const content = coded[1];
  switch (coded[0]) {
    case 'json':
      return content;
    case 'special':
      return SPECIAL[content];
    case 'number':
      return Number(content);
    case 'bigint':
      return BigInt(content);
    case 'handle':
      return mapGet(byId, content);
    case 'bytes':
      return bufferFrom(content, 'base64');
    case 'date':
      return new Date(content);
    case 'list':
      return decodeAll(content);
    case 'set':
      return decodeSet(content);
    case 'map':
      return decodeMap(content);
    default:
      return decodeObject(content);
  }
}

function decodeAll(list) {
  const array = [];
  for (let i = 0; i < list.length; i++) put(array, i, decode(list[i]));
  return array;
}

function decodeSet(list) {
  const set = new Set();
  for (let i = 0; i < list.length; i++) setAdd(set, decode(list[i]));
  return set;
}

function decodeMap(pairs) {
  const map = new Map();
  for (let i = 0; i < pairs.length; i++) mapSet(map, decode(pairs[i][0]), decode(pairs[i][1]));
  return map;
}

function decodeObject(pairs) {
  const object = {};
  for (let i = 0; i < pairs.length; i++) put(object, pairs[i][0], decode(pairs[i][1]));
  return object;
}

/** The judge's own expression as a function that gives its value; a mistake in it is the judge's. */
function compile(expression) {
  return new Function('"use strict"; return (' + expression + '\n);');
}

/** A function that remembers its calls and is otherwise `target`. */
function spyOn(target) {
  const log = { __proto__: null, count: 0, args: [], selves: [] };
  const spy = new Proxy(target, {
    __proto__: null,
    apply(_, self, args) {
      remember(log, self, args);
      return apply(target, self, args);
    },
    construct(_, args, newTarget) {
      remember(log, undefined, args);
      return construct(target, args, newTarget);
    },
  });
  mapSet(spies, spy, log);
  return spy;
}

function remember(log, self, args) {
  if (log.count < MOST_REMEMBERED) {
    put(log.args, log.count, args);
    put(log.selves, log.count, self);
  }
  log.count++;
}

function callsOf(spy) {
  const log = mapGet(spies, spy);
  let text = '';
  for (let i = 0; i < log.args.length; i++) {
    text += (i === 0 ? '' : ',') + '{"self":' + describe(log.selves[i], true) + ',"args":[' + all(log.args[i]) + ']}';
  }
  return '{"count":' + log.count + ',"calls":[' + text + ']}';
}

function all(values) {
  let text = '';
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + describe(values[i], true);
  return text;
}

function gave(value) {
  return '{"ok":' + describe(value, true) + '}';
}

function threw(error) {
  return '{"threw":' + describe(error, true) + ',"stack":' + quote(stackOf(error)) + '}';
}

function stackOf(error) {
  try {
    const found = isNativeError(error) && !isProxy(error) ? getOwnPropertyDescriptor(error, 'stack') : undefined;
    if (found === undefined) return '';
    const stack = hasOwn(found, 'value') ? found.value : found.get === stackGetter ? apply(stackGetter, error, []) : '';
    return typeof stack === 'string' ? stack : '';
  } catch {
    return ''; // an Error.prepareStackTrace of the learner's that throws
  }
}

/** What a command answers with; undefined when the answer comes later. */
function perform(command, made) {
  switch (command.op) {
    case 'import':
      return wait(command.millis, () => import(here + command.path));
    case 'await':
      return wait(command.millis, () => decode(command.of));
    case 'settle':
      return wait(command.millis, undefined);
    case 'require':
      return gave(requireHere('./' + command.path));
    case 'value':
      return gave(made());
    case 'spy':
      return spied(made());
    case 'get':
      return gave(decode(command.of)[command.key]);
    case 'call':
      return gave(apply(decode(command.of), decode(command.self), decodeAll(command.args)));
    case 'invoke':
      return invoked(decode(command.of), command.key, decodeAll(command.args));
    case 'construct':
      return gave(construct(decode(command.of), decodeAll(command.args)));
    case 'snapshot':
      return snapshot(decode(command.of));
    case 'mark':
      return isWriting() ? waitForWriting(command.mark) : marks(command.mark);
    case 'calls':
      return callsOf(decode(command.of));
    case 'files':
      return lay(command.files);
    case 'test':
      return test(command);
    default:
      return mistake('no such command');
  }
}

/** Writes the submission's files, before anything of them is loaded: `[path, content in base64]`. */
function lay(files) {
  for (let i = 0; i < files.length; i++) {
    mkdirSync(dirname(files[i][0]), { __proto__: null, recursive: true });
    writeFileSync(files[i][0], bufferFrom(files[i][1], 'base64'));
  }
  return '{"laid":' + files.length + '}';
}

function marks(mark) {
  return '{"out":' + marked(1, mark) + ',"err":' + marked(2, mark) + '}';
}

/** Writes a mark after all that was printed, so that the judge knows it has read that far. */
function marked(fd, mark) {
  const bytes = sized(mark.length);
  for (let i = 0; i < mark.length; i++) bytes[i] = charCodeAt(mark, i);
  try {
    for (let done = 0; done < mark.length; ) done += writeSync(fd, bytes, done, mark.length - done);
    return true;
  } catch {
    return false;
  }
}

function spied(target) {
  return typeof target === 'function' ? gave(spyOn(target)) : mistake('a spy is made from a function expression');
}

function invoked(object, key, args) {
  const method = object[key];
  return typeof method === 'function' ? gave(apply(method, object, args)) : '{"noMethod":' + describe(method, true) + '}';
}

function mistake(text) {
  return '{"mistake":' + quote(text) + '}';
}

function answerTo(command) {
  let made;
  try {
    if (command.code !== '') made = compile(command.code);
  } catch (error) {
    return mistake(errorLine(error));
  }
  try {
    return perform(command, made);
  } catch (error) {
    return threw(error);
  }
}
