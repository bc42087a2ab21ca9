// Stays as it is.
import { setTimeout as pause } from 'node:timers/promises';

/** What a kilogram costs, in cents, by city. */
export type RateTable = ReadonlyMap<string, number>;

export const RATE_TABLE = Symbol('RATE_TABLE');

/** Fetches the table from far away. */
export async function loadRateTable(): Promise<RateTable> {
  await pause(50);
  console.log('rate table loaded');
  return new Map([
    ['Lima', 950],
    ['Oslo', 420],
    ['Accra', 780],
  ]);
}
