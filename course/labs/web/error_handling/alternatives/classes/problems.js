// Everything that is answered is a Problem; what is thrown elsewhere is turned into one.
import { Refusal, SupplierError } from './box_office.js';

class Problem extends Error {
  static base = 'https://box-office.example/problems/';
  status = 500;
  title = 'Internal Server Error';
  instance = `urn:uuid:${crypto.randomUUID()}`;

  static from(thrown) {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof Refusal) return Refused.from(thrown);
    if (thrown instanceof SupplierError) return new BadGateway('a supplier failed', { cause: thrown });
    const { status } = thrown;
    const theirs = Number.isInteger(status) && status >= 400 && status <= 499;
    return new (theirs ? BadRequest : Problem)('a request failed', { cause: thrown, status });
  }

  get isOurs() {
    return this.status >= 500;
  }

  toJSON() {
    const { type = 'about:blank', status, title, instance } = this;
    return { type, status, title, instance };
  }
}

class Refused extends Problem {
  static #kinds = { 'no-such-show': [404, 'No such show'], 'bad-order': [422, 'Bad order'], 'sold-out': [409, 'Sold out'] };

  static from(refusal) {
    if (!Object.hasOwn(Refused.#kinds, refusal.code)) return new Problem('unknown refusal', { cause: refusal });
    const refused = new Refused(refusal.message, { cause: refusal });
    [refused.status, refused.title] = Refused.#kinds[refusal.code];
    refused.type = Problem.base + refusal.code;
    return refused;
  }

  toJSON() {
    return Object.assign({}, this.cause.extra, super.toJSON(), { detail: this.message });
  }
}

class BadGateway extends Problem {
  status = 502;
  title = 'Bad Gateway';
}

class BadRequest extends Problem {
  static #titles = { 400: 'Bad Request', 404: 'Not Found', 413: 'Content Too Large', 415: 'Unsupported Media Type' };

  constructor(message, { status, ...options }) {
    super(message, options);
    this.status = status;
    this.title = BadRequest.#titles[status];
  }
}

export const unknown = () => {
  throw new BadRequest('no such path', { status: 404 });
};

// eslint-disable-next-line no-unused-vars
export const lastly = (thrown, req, res, next) => {
  const problem = Problem.from(thrown);
  if (problem.isOurs) console.error('%s %s %s\n%o', problem.instance, req.method, req.path, problem);
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.status(problem.status);
  res.set({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify(problem));
};
