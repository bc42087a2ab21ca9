// A table: method, path, function. A function answers, or it throws; later counts as well.
import { book, findShow, poster, printTicket, remind, reviews, seatRows, watchDoor } from './box_office.js';

const later = (start) => new Promise((resolve, reject) => start(resolve, reject));

export const handlers = [
  ['get', '/shows/:id', async (req, res) => res.json(await findShow(req.params.id))],
  ['post', '/shows/:id/bookings', async (req, res) => res.status(201).json(await book(req.params.id, req.body))],
  [
    'get',
    '/shows/:id/ticket',
    async (req, res) => {
      const text = await later((resolve, reject) => {
        printTicket(req.params.id, (error, ticket) => (error ? reject(error) : resolve(ticket)));
      });
      res.set('Content-Type', 'text/plain').end(text);
    },
  ],
  [
    'get',
    '/shows/:id/people',
    async (req, res) => {
      const seen = [];
      await later((resolve, reject) => {
        watchDoor(req.params.id).on('person', () => seen.push(1)).once('closed', resolve).once('error', reject);
      });
      res.json({ people: seen.length });
    },
  ],
  ['get', '/shows/:id/reviews', async ({ params: { id } }, res) => void res.json(await reviews(id))],
  [
    'get',
    '/shows/:id/poster',
    async (req, res) => {
      res.set('Cache-Control', 'public, max-age=86400');
      res.type('image/svg+xml').end(await poster(req.params.id));
    },
  ],
  [
    'get',
    '/shows/:id/plan',
    async (req, res) => {
      const rows = seatRows(req.params.id);
      res.type('text');
      for (let row = await rows.next(); !row.done; row = await rows.next()) res.write(row.value);
      res.end();
    },
  ],
  ['post', '/shows/:id/reminders', (req, res) => (remind(req.params.id), res.status(202).end())],
];
