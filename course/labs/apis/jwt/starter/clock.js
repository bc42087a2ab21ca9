// For tests only: `POST /clock {"forward": 86400}` puts `Date` in this process forward by a day. Timers do not move with it.
import express, { Router } from 'express';

const RealDate = Date;
let ahead = 0;

globalThis.Date = class Date extends RealDate {
  static now() {
    return RealDate.now() + ahead;
  }

  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
  }
};

export const clock = Router();

clock.post('/clock', express.json(), (req, res) => {
  ahead += req.body.forward * 1000;
  res.json({ now: new Date().toISOString() });
});
