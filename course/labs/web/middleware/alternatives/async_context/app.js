// The id travels in an AsyncLocalStorage, so that any code can log with it; one object per concern.
import express from 'express';
import { Doors } from './doors.js';
import { Exchange } from './exchange.js';
import { routes } from './routes.js';

class Service {
  #app = express();

  constructor(...layers) {
    for (const layer of layers) this.#app.use(layer);
    this.#app.use((req, res) => Exchange.current.fail(res, 404));
    this.#app.use((error, req, res, next) => {
      if (res.headersSent) return next(error);
      const { status = 500 } = error;
      if (status >= 500) Exchange.current.note(error.stack);
      Exchange.current.fail(res, status >= 400 && status < 500 ? status : 500);
    });
  }

  get app() {
    return this.#app;
  }
}

export const { app } = new Service(
  Exchange.begin,
  ...new Doors('https://shop.example').layers,
  express.json({ limit: '10240b' }),
  routes,
);
