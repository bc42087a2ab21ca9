/** A service desk, which serves the tickets of a bell while it is open. */
export function makeDesk(name, bell) {
  let listener;
  const desk = {
    name,
    served: [],

    /** What stands on the sign above the desk. */
    sign() {
      return `${desk.name}: ${desk.served.length} served`;
    },

    serve(ticket) {
      desk.served.push(ticket);
    },

    /** One line for each ticket served. */
    list() {
      return desk.served.map((ticket) => `${desk.name}-${ticket}`);
    },

    open() {
      listener = (ticket) => desk.serve(ticket);
      bell.on(listener);
    },

    close() {
      bell.off(listener);
    },
  };
  return desk;
}
