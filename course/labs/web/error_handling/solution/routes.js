// What the box office offers over HTTP. Errors are answered elsewhere; here they only have to get on their way.
import { Router } from 'express';
import { book, findShow, poster, printTicket, remind, reviews, seatRows, watchDoor } from './box_office.js';

export const routes = Router();

routes.get('/shows/:id', async (req, res) => {
  res.json(await findShow(req.params.id));
});

routes.post('/shows/:id/bookings', async (req, res) => {
  res.status(201).json(await book(req.params.id, req.body));
});

routes.get('/shows/:id/ticket', (req, res, next) => {
  printTicket(req.params.id, (error, ticket) => {
    if (error) next(error);
    else res.type('text').send(ticket);
  });
});

routes.get('/shows/:id/people', (req, res, next) => {
  let people = 0;
  const door = watchDoor(req.params.id);
  door.on('person', () => (people += 1));
  door.on('closed', () => res.json({ people }));
  door.on('error', next);
});

routes.get('/shows/:id/reviews', async (req, res) => {
  res.json(await reviews(req.params.id));
});

routes.get('/shows/:id/poster', async (req, res) => {
  res.set('Cache-Control', 'public, max-age=86400');
  res.type('svg').send(await poster(req.params.id));
});

routes.get('/shows/:id/plan', async (req, res) => {
  res.type('text');
  for await (const row of seatRows(req.params.id)) res.write(row);
  res.end();
});

routes.post('/shows/:id/reminders', (req, res) => {
  remind(req.params.id);
  res.sendStatus(202);
});
