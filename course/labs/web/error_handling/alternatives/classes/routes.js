// Everything is a promise, and every handler awaits it.
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Router } from 'express';
import * as office from './box_office.js';

export const routes = Router();
const print = promisify(office.printTicket);
const show = routes.route('/shows/:id');

show.get(async ({ params }, res) => res.json(await office.findShow(params.id)));

routes.get('/shows/:id/ticket', async (req, res) => {
  const ticket = await print(req.params.id);
  res.type('txt').send(ticket);
});

routes.get('/shows/:id/people', async (req, res) => {
  const door = office.watchDoor(req.params.id);
  let people = 0;
  door.on('person', () => people++);
  await once(door, 'closed');
  res.json({ people });
});

routes.get('/shows/:id/reviews', (req, res) => office.reviews(req.params.id).then((all) => res.json(all)));

routes.get('/shows/:id/poster', async (req, res) => {
  const svg = await office.poster(req.params.id);
  res.set({ 'Cache-Control': 'public, max-age=86400', 'Content-Type': 'image/svg+xml' }).send(svg);
});

routes.get('/shows/:id/plan', async (req, res) => {
  const rows = office.seatRows(req.params.id);
  const { value: first } = await rows.next(); // pipeline would close a reply that has not begun
  res.type('txt').write(first);
  await pipeline(rows, res);
});

routes.post('/shows/:id/bookings', async (req, res) => {
  const booked = await office.book(req.params.id, req.body);
  res.status(201).json(booked);
});

routes.post('/shows/:id/reminders', (req, res) => {
  office.remind(req.params.id);
  res.sendStatus(202);
});
