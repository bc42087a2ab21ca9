'use strict';
// The bindings task_queue and timers: what the loop, written in Java, must be told.

module.exports = {
  task_queue: (binding) => Object.assign(binding, {
    enqueueMicrotask: host.enqueueMicrotask,
    runMicrotasks: host.runMicrotasks,
    setTickCallback: host.setTickCallback,
    setPromiseRejectCallback: host.onRejection,
  }),
  timers: (binding) => Object.assign(binding, {
    setupTimers: host.setupTimers,
    scheduleTimer: host.scheduleTimer,
    toggleTimerRef: host.toggleTimerRef,
    /** The array of immediates says it all. */
    toggleImmediateRef() {},
    getLibuvNow: () => Math.floor(host.now()),
    timerInfo: new Int32Array(1),
  }),
};
