'use strict';
// The bindings task_queue and timers: what the loop, written in Java, must be told. The arrays came with what was in them when the build looked.

module.exports = {
  task_queue: (binding) => Object.assign(binding, {
    enqueueMicrotask: host.enqueueMicrotask,
    runMicrotasks: host.runMicrotasks,
    setTickCallback: host.setTickCallback,
    setPromiseRejectCallback: host.onRejection,
    tickInfo: binding.tickInfo.fill(0),
  }),
  timers: (binding) => Object.assign(binding, {
    setupTimers: host.setupTimers,
    scheduleTimer: host.scheduleTimer,
    toggleTimerRef: host.toggleTimerRef,
    /** The array of immediates says it all. */
    toggleImmediateRef() {},
    getLibuvNow: () => Math.floor(host.now()),
    immediateInfo: binding.immediateInfo.fill(0),
    timerInfo: new Int32Array(1),
  }),
};
