import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { RATE_TABLE, type RateTable } from './rate_table.ts';

@Injectable()
export class RatesService {
  /** How many quotes were given so far. */
  quotes = 0;

  constructor(@Inject(RATE_TABLE) private readonly table: RateTable) {}

  /** The price in cents. Each kilogram that is begun costs. */
  quote(to: string, grams: number): number {
    const rate = this.table.get(to);
    if (rate === undefined) throw new NotFoundException();
    this.quotes++;
    return rate * Math.ceil(grams / 1000);
  }
}
