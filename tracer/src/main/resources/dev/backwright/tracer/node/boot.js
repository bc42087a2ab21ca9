'use strict';
// Boots Node's own library, in the order in which Node's native side does. Every piece beside this file is the body of a function (module, host, node):
// `host` is written in Java, `node` is what the pieces share, and what each of them gives stands in its `module.exports`.

const pieces = { __proto__: null };
/** @param {string} name of a piece; @returns its exports */
node.piece = (name) => {
  if (!pieces[name]) {
    const module = pieces[name] = { exports: {} };
    host.compilePiece(name)(module, host, node);
  }
  return pieces[name].exports;
};

const { shapes, materialize, denied } = node.piece('shapes');
node.shapes = shapes;
node.piece('globals');
node.piece('json');
node.piece('promise_any');
node.piece('array_from_async');
node.piece('null_prototypes');

const supplied = Object.assign({ __proto__: null },
  ...['util', 'loop', 'async', 'buffer', 'encoding', 'url', 'fs', 'modules', 'process', 'options', 'messaging', 'blob', 'outside'].map((name) => node.piece(name)));

const bindings = { __proto__: null };
/** A native binding: its constants as the pinned Node has them, its functions ours; one that is not ours says so when it is called. */
function binding(name) {
  if (bindings[name] !== undefined) return bindings[name];
  if (!(name in shapes.bindings)) throw new Error(`No such binding: ${name}`);
  const own = materialize(shapes.bindings[name], name);
  return bindings[name] = supplied[name]?.(own) ?? own;
}
node.binding = binding;

const primordials = host.dictionary();
const { privateSymbols, symbols } = node;
host.compileModule('internal/per_context/primordials')({}, primordials, privateSymbols, symbols);
host.compileModule('internal/per_context/domexception')(node.domException = {}, primordials, privateSymbols, symbols);
host.compileModule('internal/per_context/messageport')({}, primordials, privateSymbols, symbols);
node.primordials = primordials;

const { process } = node.piece('process_object');
node.process = process;
binding('builtins');
host.compileModule('internal/bootstrap/realm')(process, denied('linked bindings'), binding, primordials);
for (const step of ['node', 'web/exposed-wildcard', 'web/exposed-window-or-worker', 'switches/is_main_thread', 'switches/does_own_process_state']) {
  host.compileModule(`internal/bootstrap/${step}`)(process, node.internal, node.internalBinding, primordials);
}
host.setLoopState(process, binding('task_queue').tickInfo, binding('timers').immediateInfo);
node.piece('web_crypto');
node.piece('no_network');
node.piece('run');
