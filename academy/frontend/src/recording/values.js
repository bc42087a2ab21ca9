// Values and objects in words: what stands in a box, at a line's end, in a sentence.

/** @typedef {import('./format.js').Value} Value @typedef {import('./format.js').State} State */
/** @typedef {import('./format.js').Thing} Thing @typedef {import('./format.js').Trace} Trace */
/** @typedef {{ key: string, text: string, path: string, to?: number }} Row a line of a box; `path` names it among the changes, `to` an object it leads to */

/** The number of the object a value leads to. @param {Value | undefined} value */
export function refOf(value) {
  return Array.isArray(value) && value[0] === 'ref' ? Number(value[1]) : undefined;
}

/** A value in few characters. @param {Value | undefined} value @param {State} state @param {number} [most] @returns {string} */
export function show(value, state, most = 40) {
  if (typeof value === 'string') return clip(quote(value), most);
  if (!Array.isArray(value)) return String(value);
  const [kind, what, size] = value;
  switch (kind) {
    case 'ref': return clip(nameOf(Number(what), state), most);
    case 'bigint': return `${what}n`;
    case 'symbol': return clip(String(what), most);
    case 'uninitialized': return 'not initialised';
    case 'cut': return `${clip(quote(String(what)), most)} ${size} characters`;
    case 'native': return `ƒ ${what}`;
    case 'accessor': return accessor(what, size);
    default: return String(kind);
  }
}

/** A value as it would be printed in one short line: plain objects and arrays by what they hold. @param {Value | undefined} value @param {State} state @param {number} [most] */
export function preview(value, state, most = 40) {
  const thing = state.objects[refOf(value) ?? -1];
  const held = (/** @type {Value} */ inner) => show(inner, state, 16);
  if (thing?.kind === 'array') {
    const items = Object.entries(thing.props ?? {}).filter(([key]) => /^\d+$/.test(key)).map(([, inner]) => held(inner));
    return clip(`[${items.slice(0, 8).join(', ')}${items.length > 8 || thing.more ? ', …' : ''}]`, most);
  }
  if (thing?.kind !== 'object' || (thing.class !== 'Object' && thing.class !== undefined)) return show(value, state, most);
  const items = Object.entries(thing.props ?? {}).filter(([key]) => !thing.hidden?.[key]).map(([key, inner]) => `${key}: ${held(inner)}`);
  return clip(items.length ? `{ ${items.slice(0, 6).join(', ')}${items.length > 6 ? ', …' : ''} }` : '{}', most);
}

/** What an object is called. @param {number} id @param {State} state */
export function nameOf(id, state) {
  const thing = state.objects[id];
  if (!thing) return 'an object';
  const own = thing.props?.name;
  switch (thing.kind) {
    case 'function': return `ƒ ${name(thing, own, state)}`.trim();
    case 'class': return `class ${name(thing, own, state)}`.trim();
    case 'array': return `Array(${Object.keys(thing.props ?? {}).filter((key) => /^\d+$/.test(key)).length + (thing.more ?? 0)})`;
    case 'map': case 'set': return `${thing.class}(${Object.keys(thing.entries ?? {}).length + (thing.more ?? 0)})`;
    case 'promise': return `Promise, ${thing.state}`;
    case 'error': case 'date': case 'regexp': case 'boxed': case 'buffer': case 'symbol': return thing.text ?? thing.class ?? thing.kind;
    case 'proxy': return 'Proxy';
    default: return prototypeName(id, thing, state) ?? thing.class ?? thing.kind;
  }
}

/** A function's name, as it was changed or as it was written. @param {Thing} thing @param {Value | undefined} own @param {State} state @returns {string} */
function name(thing, own, state) {
  const bound = state.objects[refOf(thing.target) ?? -1];
  if (bound) return `bound ${name(bound, bound.props?.name, state)}`.trim();
  if (typeof own === 'string') return own;
  return state.functions?.[thing.function ?? -1]?.name ?? '';
}

/** `Job.prototype`, which else would be called as what is made from it. @param {number} id @param {Thing} thing @param {State} state */
function prototypeName(id, thing, state) {
  const made = state.objects[refOf(/** @type {any} */ (thing.props)?.constructor) ?? -1];
  if (!made || refOf(made.props?.prototype) !== id) return undefined;
  return `${name(made, made.props?.name, state)}.prototype`;
}

/** The title of an object's box; a function without a name is called by what holds it. @param {number} id @param {State} state @param {string} [called] */
export function titleOf(id, state, called = '') {
  const thing = state.objects[id];
  if (thing.kind === 'promise') return thing.class ?? 'Promise';
  if (thing.kind === 'symbol' || thing.kind === 'boxed' || thing.kind === 'date' || thing.kind === 'regexp') return thing.class ?? thing.kind;
  const name = nameOf(id, state);
  return name === 'ƒ' && /^[\p{ID_Start}$_]/u.test(called) ? `ƒ ${called}` : name;
}

/** The lines of an object's box. @param {number} id @param {State} state @returns {Row[]} */
export function rowsOf(id, state) {
  const thing = state.objects[id];
  const row = (/** @type {string} */ key, /** @type {Value | undefined} */ value, /** @type {string} */ path) =>
    ({ key, text: show(value, state), path, to: refOf(value) });
  const rows = [];
  if (thing.state) rows.push({ key: 'state', text: thing.state, path: 'state' });
  if (thing.result !== undefined) rows.push(row(thing.state === 'rejected' ? 'reason' : 'result', thing.result, 'result'));
  if (thing.reactions) rows.push({ key: 'waiting for it', text: String(thing.reactions), path: 'reactions' });
  if (thing.text !== undefined && ['date', 'regexp', 'boxed', 'buffer'].includes(thing.kind)) rows.push({ key: '', text: thing.text, path: 'text' });
  if (thing.target !== undefined) rows.push(row('target', thing.target, 'target'));
  if (thing.handler !== undefined) rows.push(row('handler', thing.handler, 'handler'));
  for (const [key, value] of Object.entries(thing.props ?? {})) {
    if (!restingProperty(thing, key)) rows.push(row(key, value, `props.${key}`));
  }
  for (const [key, value] of Object.entries(thing.symbols ?? {})) rows.push(row(`[${key}]`, value, `symbols.${key}`));
  for (const [key, value] of Object.entries(thing.private ?? {})) rows.push(row(key, value, `private.${key}`));
  for (const [position, [first, second]] of Object.entries(thing.entries ?? {})) {
    const pair = second !== undefined;
    rows.push(pair ? row(show(first, state, 16), second, `entries.${position}`) : row('', first, `entries.${position}`));
  }
  if (thing.more) rows.push({ key: `and ${thing.more} more, not recorded`, text: '', path: 'more' });
  return rows;
}

/** What every function and array has says nothing. @param {Thing} thing @param {string} key */
function restingProperty(thing, key) {
  if (thing.kind === 'function' || thing.kind === 'class') return ['name', 'length', 'prototype', 'arguments', 'caller'].includes(key);
  if (thing.kind === 'error') return key === 'stack' && thing.hidden?.stack === true;
  return thing.kind === 'array' && key === 'length';
}

/** @param {Value} getter @param {Value} setter */
function accessor(getter, setter) {
  const has = (/** @type {Value} */ value) => Array.isArray(value) && value[0] !== 'undefined';
  return has(getter) && has(setter) ? 'getter and setter' : has(setter) ? 'setter' : 'getter';
}

/** A string as the console quotes it inside of objects. @param {string} text */
export function quote(text) {
  const plain = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r');
  const mark = !plain.includes("'") ? "'" : !plain.includes('"') ? '"' : '`';
  return mark + plain + mark;
}

/** @param {string} text @param {number} most */
export function clip(text, most) {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;
}
