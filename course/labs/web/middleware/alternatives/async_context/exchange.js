import { AsyncLocalStorage } from 'node:async_hooks';
import { STATUS_CODES } from 'node:http';
import morgan from 'morgan';
import { fitId } from './ids.js';

const exchanges = new AsyncLocalStorage();
const line = morgan(':exchange-id :method :exchange-path :status :response-time ms');

morgan.token('exchange-id', (req, res) => res.getHeader('X-Request-Id'));
morgan.token('exchange-path', (req) => req.originalUrl.match(/^[^?]*/)[0]);

/** One request and its reply. */
export class Exchange {
  #since = Date.now();

  constructor(id) {
    this.id = id;
  }

  static get current() {
    return exchanges.getStore();
  }

  static begin(req, res, next) {
    const exchange = new Exchange(fitId(req.get('X-Request-Id')));
    res.setHeader('X-Request-Id', exchange.id);
    exchange.#time(res);
    line(req, res, () => exchanges.run(exchange, next));
  }

  #time(res) {
    const head = res.writeHead.bind(res);
    res.writeHead = (...args) => {
      res.setHeader('Server-Timing', `app;dur=${Date.now() - this.#since}, total;dur=0`);
      return head(...args);
    };
  }

  note(text) {
    process.stderr.write(`${this.id} ${text}\n`);
  }

  fail(res, status) {
    const title = STATUS_CODES[status];
    res.status(status).set('Content-Type', 'application/problem+json');
    res.json({ type: 'about:blank', title, status, requestId: this.id });
  }
}
