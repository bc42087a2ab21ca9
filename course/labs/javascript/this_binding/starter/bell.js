/** A bell: whoever listens is called with the number of each ticket. */
export function makeBell() {
  const listeners = [];
  return {
    on(listener) {
      listeners.push(listener);
    },

    /** Lets go of a listener, which has to be the very function that `on` was given. */
    off(listener) {
      const at = listeners.indexOf(listener);
      if (at >= 0) listeners.splice(at, 1);
    },

    ring(ticket) {
      for (const listener of [...listeners]) listener(ticket);
    },
  };
}
