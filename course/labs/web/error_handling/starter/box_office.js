// The theatre itself, as others wrote it. It knows nothing of HTTP, and it stays as it is.
// With `hamlet` everything goes well and `lear` is sold out. `macbeth` and `tempest` are where things go wrong.
import { EventEmitter } from 'node:events';
import { setImmediate as soon } from 'node:timers/promises';

/** What the caller may know: a code for programs, a message for people, and `extra`, facts for the program that asked. */
export class Refusal extends Error {
  constructor(code, message, extra = {}, options) {
    super(message, options);
    this.code = code;
    this.extra = extra;
  }
}

/** The review service said no. `status` is the status of its reply to us. */
export class SupplierError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const shows = new Map([
  ['hamlet', { title: 'Hamlet', left: 3 }],
  ['lear', { title: 'King Lear', left: 0 }],
  ['macbeth', { title: 'The Scottish Play', left: 9 }],
  ['tempest', { title: 'The Tempest', left: 9 }],
]);
let bookings = 0;

/** A show: { id, title, left }. */
export async function findShow(id) {
  await soon();
  const show = shows.get(id);
  if (!show) throw new Refusal('no-such-show', `There is no show ${id}.`, {}, { cause: new Error('0 rows from 10.0.0.7') });
  if (id === 'macbeth') throw new Error('the database is away', { cause: new Error('ECONNREFUSED 10.0.0.7:5432') });
  return { id, ...show };
}

/** Books seats: { booking, seats }. The order is whatever the caller has sent. */
export async function book(id, order) {
  await soon();
  const seats = order?.seats;
  if (!Number.isInteger(seats) || seats < 1) {
    const detail = 'must be a whole number from 1';
    throw new Refusal('bad-order', 'The order is not complete.', { errors: [{ pointer: '#/seats', detail }] });
  }
  if (id === 'macbeth') throw new Refusal('cursed', 'Ask for Ms Hecate on extension 13.', { extension: 13 });
  const show = shows.get(id) ?? (await findShow(id));
  if (seats > show.left) {
    throw new Refusal('sold-out', `${show.title} has ${show.left} seats left.`, { title: show.title, left: show.left });
  }
  show.left -= seats;
  return { booking: (bookings += 1), seats };
}

/** Prints a ticket and calls `done(error)` or `done(null, text)`. The driver is of 1998, and so are its errors. */
export function printTicket(id, done) {
  setImmediate(() => {
    if (id === 'macbeth') done(Object.assign(new Error('printer 10.0.0.8 is out of paper'), { code: 'bad-order', status: 3 }));
    else if (id === 'tempest') done('paper jam at 10.0.0.8');
    else if (!shows.has(id)) done(new Refusal('no-such-show', `There is no show ${id}.`));
    else done(null, `One seat for ${shows.get(id).title}`);
  });
}

/** Watches the door, an emitter: `person` for each who comes in, then `closed`. Or `error`, where the eye is blind. */
export function watchDoor(id) {
  const door = new EventEmitter();
  setImmediate(() => {
    door.emit('person');
    door.emit('person');
    if (id === 'macbeth') door.emit('error', new Error('the eye at 10.0.0.9 is blind'));
    else door.emit('closed');
  });
  return door;
}

/** What the papers say: [{ paper, stars }]. Asks the review service. */
export async function reviews(id) {
  await soon();
  if (id === 'macbeth') throw new SupplierError('no key for http://10.0.0.10/reviews', 401);
  if (id === 'tempest') throw new SupplierError('no reviews at http://10.0.0.10/reviews', 404);
  return [{ paper: 'Globe', stars: 5 }];
}

/** The picture of a show, here a text. */
export async function poster(id) {
  await soon();
  if (id === 'macbeth') decodeURIComponent('%macbeth.svg'); // somebody's bug
  return `<svg xmlns="http://www.w3.org/2000/svg"><title>${(await findShow(id)).title}</title></svg>`;
}

/** Rows of a seating plan, one after the other. */
export async function* seatRows(id) {
  const { title } = await findShow(id === 'macbeth' ? 'hamlet' : id);
  yield `# ${title}\n`;
  for (const row of 'ABC') {
    await soon();
    if (id === 'macbeth' && row === 'C') throw new Error('row C at 10.0.0.7 is torn');
    yield `${row}: free\n`;
  }
}

/** Begins to send reminders and returns at once. Nobody has noticed so far that two of them have a bug. */
export function remind(id) {
  if (id === 'macbeth') setTimeout(() => shows.get('banquo').title, 20);
  if (id === 'tempest') sendAll(['ariel']);
}

async function sendAll(names) {
  await soon();
  throw new Error(`no address for ${names[0]}`);
}
