'use strict';
// The object `process` before Node's library gets it.

const prototype = Object.create(Object.create(Object.prototype), {
  constructor: { value: function process() {}, writable: true, configurable: true, enumerable: false },
});
const process = Object.create(prototype);
process[node.privateSymbols.exit_info_private_symbol] = new Int32Array(3);

/** What a program gets of the environment: nothing of the machine that records it. */
const ENVIRONMENT = { HOME: '/home/learner', LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin', PWD: host.workingFolder(), USER: 'learner' };

/** As Node has it: whatever is set becomes a string. */
const env = new Proxy(ENVIRONMENT, {
  set(target, name, value) {
    target[name] = typeof name === 'symbol' ? value : `${value}`;
    return true;
  },
  defineProperty: (target, name, descriptor) => Reflect.defineProperty(target, name, { ...descriptor, value: `${descriptor.value}` }),
});

Object.assign(process, node.shapes.process, {
  title: 'node', argv: ['node'], execArgv: [], execPath: '/usr/local/bin/node', pid: 4242, ppid: 4241, debugPort: 9229, env, config: {},
});

module.exports = { process };
