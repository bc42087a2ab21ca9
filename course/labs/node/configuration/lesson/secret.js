import { inspect } from 'node:util';

class Password {
  #text;

  constructor(text) {
    this.#text = text;
  }

  reveal() {
    return this.#text;
  }

  toJSON() {
    return '***';
  }

  [inspect.custom]() {
    return '***';
  }
}

const user = { name: 'ann', password: new Password('tulip') };
console.log(user, JSON.stringify(user));
console.log(`${user.password}`);
console.log(user.password.reveal());
