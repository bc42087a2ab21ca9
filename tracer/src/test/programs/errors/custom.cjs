class NotFound extends Error { constructor(what, options) { super(`${what} not found`, options); this.name = 'NotFound'; this.status = 404; } }
const e = new NotFound('user', { cause: 'db' });
console.log(e instanceof NotFound, e instanceof Error, String(e), e.status, e.stack.split('\n')[0], Object.prototype.toString.call(e), e.toString === Error.prototype.toString);
class Unnamed extends Error {}
console.log(String(new Unnamed('x')), new Unnamed('x').stack.split('\n')[0], new Unnamed().name);
