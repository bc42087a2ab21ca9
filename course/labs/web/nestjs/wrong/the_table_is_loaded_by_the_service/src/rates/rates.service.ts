import { Injectable, NotFoundException } from '@nestjs/common';
import { loadRateTable } from './rate_table.ts';

const table = await loadRateTable();

@Injectable()
export class RatesService {
  /** How many quotes were given so far. */
  quotes = 0;

  /** The price in cents. Each kilogram that is begun costs. */
  quote(to: string, grams: number): number {
    const rate = table.get(to);
    if (rate === undefined) throw new NotFoundException();
    this.quotes++;
    return rate * Math.ceil(grams / 1000);
  }
}
