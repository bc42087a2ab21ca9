import { createDelivery } from './delivery.js';

export const NOON = new Date('2026-06-30T12:00:00.000Z').getTime();

export function deliveryWith(rateOf, now = () => NOON) {
  return createDelivery({ rateOf, now });
}

export const code = (expected) => (error) => error.code === expected;
