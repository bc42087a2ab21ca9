/** A service desk, which serves the tickets of a bell while it is open. */
export function makeDesk(name, bell) {
  let listener;
  const desk = {
    name,
    served: [],

    serve(ticket) {
      this.served.push(ticket);
    },

    /** One line for each ticket served. */
    list() {
      return this.served.map((ticket) => `${this.name}-${ticket}`);
    },

    open() {
      listener = (ticket) => this.serve(ticket);
      bell.on(listener);
    },

    close() {
      bell.off(listener);
    },
  };
  desk.sign = (() => `${this.name}: ${this.served.length} served`).bind(desk);
  return desk;
}
