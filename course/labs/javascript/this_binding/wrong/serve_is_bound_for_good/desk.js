/** A service desk, which serves the tickets of a bell while it is open. */
export function makeDesk(name, bell) {
  let listener;
  const desk = {
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
      listener = desk.serve;
      bell.on(listener);
    },

    close() {
      bell.off(listener);
    },
  };
  desk.serve = desk.serve.bind(desk);
  return desk;
}
