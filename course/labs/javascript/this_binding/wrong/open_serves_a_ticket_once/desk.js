/** A service desk, which serves the tickets of a bell while it is open. */
export function makeDesk(name, bell) {
  let listener;
  return {
    name,
    served: [],

    /** What stands on the sign above the desk. */
    sign() {
      return `${this.name}: ${this.served.length} served`;
    },

    serve(ticket) {
      this.served.push(ticket);
    },

    /** One line for each ticket served. */
    list() {
      return this.served.map((ticket) => `${this.name}-${ticket}`);
    },

    open() {
      listener = (ticket) => {
        if (!this.served.includes(ticket)) this.serve(ticket);
      };
      bell.on(listener);
    },

    close() {
      bell.off(listener);
    },
  };
}
