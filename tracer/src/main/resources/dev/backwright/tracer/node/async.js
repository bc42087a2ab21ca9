'use strict';
// The bindings async_wrap and async_context_frame: who runs on whose behalf.

// Positions in async_hook_fields and async_id_fields, as Node's native side has them.
const CHECK = 6, STACK_LENGTH = 7;
const EXECUTION = 0, TRIGGER = 1, COUNTER = 2, DEFAULT_TRIGGER = 3;

function asyncWrap(binding) {
  const { async_hook_fields: fields, async_id_fields: ids } = binding;
  fields.fill(0);
  fields[CHECK] = 1;
  ids.set([0, 0, 1, -1]);

  function grow() {
    const longer = new Float64Array(binding.async_ids_stack.length * 2);
    longer.set(binding.async_ids_stack);
    binding.async_ids_stack = longer;
  }

  return Object.assign(binding, {
    pushAsyncContext(id, trigger) {
      const depth = fields[STACK_LENGTH];
      if (depth * 2 >= binding.async_ids_stack.length) grow();
      binding.async_ids_stack[depth * 2] = ids[EXECUTION];
      binding.async_ids_stack[depth * 2 + 1] = ids[TRIGGER];
      fields[STACK_LENGTH]++;
      ids[EXECUTION] = id;
      ids[TRIGGER] = trigger;
    },
    popAsyncContext() {
      if (fields[STACK_LENGTH] === 0) return false;
      const depth = --fields[STACK_LENGTH];
      ids[EXECUTION] = binding.async_ids_stack[depth * 2];
      ids[TRIGGER] = binding.async_ids_stack[depth * 2 + 1];
      binding.execution_async_resources.length = depth;
      return depth > 0;
    },
    clearAsyncIdStack() {
      ids[EXECUTION] = ids[TRIGGER] = 0;
      fields[STACK_LENGTH] = 0;
      binding.execution_async_resources.length = 0;
    },
    executionAsyncResource() {},
    registerDestroyHook() {},
    queueDestroyAsyncId() {},
    setupHooks() {},
    setCallbackTrampoline() {},
    setPromiseHooks: host.setPromiseHooks,
    getPromiseHooks: () => [undefined, undefined, undefined, undefined],
  });
}

module.exports = {
  async_wrap: asyncWrap,
  async_context_frame: (binding) => Object.assign(binding, {
    getContinuationPreservedEmbedderData: host.getCarried,
    setContinuationPreservedEmbedderData: host.setCarried,
  }),
};
