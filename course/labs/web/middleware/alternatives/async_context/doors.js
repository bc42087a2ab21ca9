import cors from 'cors';
import helmet from 'helmet';

/** What browsers are told: how to treat our replies, and whose pages may read them. */
export class Doors {
  constructor(...origins) {
    this.origins = new Set(origins);
  }

  get layers() {
    return [helmet({ xPoweredBy: true }), cors(this.#rules())];
  }

  #rules() {
    return {
      origin: [...this.origins],
      methods: 'GET,POST',
      allowedHeaders: 'content-type,x-request-id',
      exposedHeaders: ['X-Request-Id'],
      maxAge: 10 * 60,
    };
  }
}
