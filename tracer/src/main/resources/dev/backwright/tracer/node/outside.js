'use strict';
// Bindings that lead outside. What Node's library asks while it boots is answered; everything else says that it is not there.

module.exports = {
  worker: (binding) => Object.assign(binding, { isMainThread: true, isInternalThread: false, ownsProcessState: true, threadId: 0, threadName: '', getEnvMessagePort: () => undefined }),
  report: (binding) => Object.assign(binding, { shouldReportOnUncaughtException: () => false }),
  wasm_web_api: (binding) => Object.assign(binding, { setImplementation() {} }),
  heap_utils: (binding) => binding,
  v8: (binding) => Object.assign(binding, { setHeapSnapshotNearHeapLimit() {} }),
  cares_wrap: (binding) => binding,
};
