export class Desk {
  served = [];
  #bell;
  #onTicket = (ticket) => {
    this.serve(ticket);
  };

  constructor(name, bell) {
    this.name = name;
    this.#bell = bell;
  }

  sign() {
    return `${this.name}: ${this.served.length} served`;
  }

  serve(ticket) {
    this.served[this.served.length] = ticket;
  }

  list() {
    return Array.from(
      this.served,
      function (ticket) {
        return `${this.name}-${ticket}`;
      },
      this,
    );
  }

  open() {
    this.#bell.on(this.#onTicket);
  }

  close() {
    this.#bell.off(this.#onTicket);
  }
}

export const makeDesk = (name, bell) => new Desk(name, bell);
