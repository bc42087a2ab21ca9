import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { RATE_TABLE, type RateTable } from './rate_table.ts';

@Injectable()
export class Quotes {
  given = 0;
}

@Injectable()
export class RatesService {

  constructor(@Inject(RATE_TABLE) private readonly table: RateTable, private readonly all: Quotes) {}

  /** How many quotes were given so far. */
  get quotes(): number {
    return this.all.given;
  }

  /** The price in cents. Each kilogram that is begun costs. */
  quote(to: string, grams: number): number {
    const rate = this.table.get(to);
    if (rate === undefined) throw new NotFoundException();
    this.all.given++;
    return rate * Math.ceil(grams / 1000);
  }
}
