// Each call into the theatre says on the spot what the caller may hear of its failures.
import { Router } from 'express';
import { book, findShow, poster, printTicket, remind, reviews, seatRows, watchDoor } from './box_office.js';
import { tellRefusal, tellSupplier } from './problems.js';

export const routes = Router({ caseSensitive: true });

routes.param('id', (req, res, next, id) => {
  res.locals.id = id;
  next();
});

routes.get('/shows/:id', (req, res) =>
  findShow(res.locals.id)
    .catch(tellRefusal)
    .then((show) => res.json(show)),
);

routes.post('/shows/:id/bookings', async (req, res) => {
  const booked = await book(res.locals.id, req.body).catch(tellRefusal);
  res.status(201).json(booked);
});

routes.get('/shows/:id/ticket', (req, res, next) => {
  printTicket(res.locals.id, (error, ticket) => {
    if (!error) return res.type('text/plain').send(ticket);
    Promise.reject(error).catch(tellRefusal).catch(next);
  });
});

routes.get('/shows/:id/people', (req, res, next) => {
  let people = 0;
  watchDoor(res.locals.id)
    .on('error', (error) => next(error))
    .on('person', () => {
      people += 1;
    })
    .on('closed', () => res.json({ people }));
});

routes.get('/shows/:id/reviews', async (req, res) => {
  const all = await reviews(res.locals.id).catch(tellSupplier);
  res.json(all);
});

routes.get('/shows/:id/poster', async (req, res) => {
  res.set('Cache-Control', 'public, max-age=86400');
  res.type('svg').send(await poster(res.locals.id).catch(tellRefusal));
});

routes.get('/shows/:id/plan', async (req, res, next) => {
  res.type('text');
  try {
    for await (const row of seatRows(res.locals.id)) res.write(row);
    res.end();
  } catch (error) {
    Promise.reject(error).catch(tellRefusal).catch(next);
  }
});

routes.post('/shows/:id/reminders', (req, res) => {
  remind(res.locals.id);
  res.sendStatus(202);
});
