import { bind } from './bind.js';

// The methods are there once, for every desk; what differs is in the object.
const methods = {
  sign() {
    const { name, served } = this;
    return [name, `${served.length} served`].join(': ');
  },
  serve(ticket) {
    this.served = [...this.served, ticket];
  },
  list() {
    const lines = [];
    for (const ticket of this.served) lines.push(this.name + '-' + ticket);
    return lines;
  },
};

export const makeDesk = (name, bell) => {
  const desk = { name, served: [], ...methods };
  const onTicket = bind(desk.serve, desk);
  desk.open = () => bell.on(onTicket);
  desk.close = () => bell.off(onTicket);
  return desk;
};
