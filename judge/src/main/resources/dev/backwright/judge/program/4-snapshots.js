// Snapshots: content for deep comparison; no getter is called.

let budget = 0;
let inSnapshot = new Map();

function snapshot(value) {
  budget = MOST_NODES;
  inSnapshot = new Map();
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  const extra = isObject ? ',"chain":' + chain(value) + ',"s":' + quote(shown(value)) : '';
  return '{"node":' + node(value, 0) + extra + '}';
}

function node(value, depth) {
  if (--budget < 0 || depth > DEEPEST) return '{"k":"cut"}';
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return describe(value, false);
  const id = idOf(value);
  const kind = kindOf(value);
  if (mapHas(inSnapshot, id)) return '{"k":"again","h":' + id + '}';
  mapSet(inSnapshot, id, true);
  const start = '{"k":"' + kind + '","h":' + id;
  const content = contentOf(value, kind, depth + 1);
  return start + (content === '' ? ',"s":' + quote(depth === 0 ? '' : shown(value)) : content) + '}';
}

function contentOf(value, kind, depth) {
  switch (kind) {
    case 'plain':
    case 'namespace':
      return ',"e":[' + properties(value, depth) + ']';
    case 'array':
      return items(value, depth);
    case 'date':
      return ',"v":"' + dateTime(value) + '"';
    case 'map':
      return ',"e":[' + entries(value, depth) + ']';
    case 'set':
      return ',"e":[' + members(value, depth) + ']';
    case 'bytes':
      return ',"v":"' + hex(isUint8Array(value) ? value : new Uint8Array(value)) + '"';
    default:
      return '';
  }
}

function properties(object, depth) {
  const keys = ownKeys(object);
  let text = '';
  for (let i = 0; i < keys.length && budget >= 0; i++) {
    const told = property(object, keys[i], depth);
    if (told !== '') text += (text === '' ? '' : ',') + told;
  }
  return text;
}

function property(object, key, depth) {
  let found;
  try {
    found = getOwnPropertyDescriptor(object, key);
  } catch {
    return '[' + quote(key) + ',{"k":"unset"}]'; // an export whose module has not come to it yet
  }
  if (!found.enumerable) return '';
  const name = typeof key === 'symbol' ? '{"y":' + quote(symbolText(key)) + '}' : quote(key);
  return '[' + name + ',' + (hasOwn(found, 'value') ? node(found.value, depth) : '{"k":"getter"}') + ']';
}

function items(array, depth) {
  const length = own(array, 'length');
  let text = '';
  for (let i = 0; i < length && budget >= 0; i++) {
    const found = getOwnPropertyDescriptor(array, i);
    const told = found === undefined ? holeAt() : hasOwn(found, 'value') ? node(found.value, depth) : '{"k":"getter"}';
    text += (i === 0 ? '' : ',') + told;
  }
  return ',"n":' + length + ',"e":[' + text + ']';
}

function holeAt() {
  budget--;
  return '{"k":"hole"}';
}

function entries(map, depth) {
  let text = '';
  mapForEach(map, (value, key) => {
    if (budget >= 0) text += (text === '' ? '' : ',') + '[' + node(key, depth) + ',' + node(value, depth) + ']';
  });
  return text;
}

function members(set, depth) {
  let text = '';
  setForEach(set, (value) => {
    if (budget >= 0) text += (text === '' ? '' : ',') + node(value, depth);
  });
  return text;
}

function hex(bytes) {
  const length = lengthOf(bytes);
  let text = '';
  for (let i = 0; i < length && i < LONGEST_TEXT; i++) text += fromCharCode(hexDigit(bytes[i] >>> 4), hexDigit(bytes[i] & 15));
  return text;
}
