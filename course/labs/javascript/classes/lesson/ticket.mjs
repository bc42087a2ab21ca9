class Ticket {
  static #last = 0;
  #used = false;

  constructor(holder) {
    this.holder = holder;
    this.number = ++Ticket.#last;
  }

  get used() {
    return this.#used;
  }

  use() {
    this.#used = true;
    return this;
  }
}

const ticket = new Ticket('ann').use();
console.log(typeof Ticket, Object.hasOwn(Ticket.prototype, 'use'));
console.log(ticket.used, Object.keys(ticket), JSON.stringify(ticket));

try {
  ticket.used = false;
} catch (error) {
  console.log(error.name, ticket.used);
}
