const { executionAsyncId, triggerAsyncId, AsyncResource } = require('async_hooks');
console.log(executionAsyncId(), triggerAsyncId());
class Task extends AsyncResource { constructor() { super('Task'); } go(f) { return this.runInAsyncScope(f, null, 'arg'); } }
const t = new Task();
console.log(t.go((a) => [a, executionAsyncId() === t.asyncId()]));
