// The service itself. It knows nothing of ids, logs or origins, and it stays as it is.
import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';

export const routes = Router();

routes.get('/health', (req, res) => {
  res.json({ status: 'ok' });
});

// Takes a parcel in: {"to": "Lima", "grams": 1200}
routes.post('/parcels', (req, res) => {
  const { to, grams } = req.body;
  res.status(201).json({ to, grams });
});

// Asks a slow scale.
routes.get('/scale', async (req, res) => {
  await pause(50);
  res.json({ grams: 0 });
});

// Asks a broken one.
routes.get('/broken', () => {
  throw new Error('scale 7 at 10.0.0.7 does not answer');
});
