import core from './core.cjs';

export const { Alarm, Entry, add, entries } = core;

// What a CommonJS module exports is copied on import, so the number is kept up by hand.
export let size = core.size;
core.onAdd((now) => {
  size = now;
});
