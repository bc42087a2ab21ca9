import { HttpException, HttpStatus, Inject, Injectable } from '@nestjs/common';
import { Trail } from '../trail/trail.ts';
import { Quotes } from './quotes.ts';
import { RATE_TABLE, type RateTable } from './rate_table.ts';

/** Of request scope, since its trail is. */
@Injectable()
export class RatesService {
  @Inject(RATE_TABLE) private readonly table!: RateTable;
  @Inject() private readonly trail!: Trail;
  @Inject() private readonly all!: Quotes;

  get quotes(): number {
    return this.all.given;
  }

  async quote(to: string, grams: number): Promise<number> {
    if (!this.table.has(to)) throw new HttpException('unknown city', HttpStatus.NOT_FOUND);
    this.all.given++;
    this.trail.add(`quote ${to}`);
    return this.table.get(to)! * Math.ceil(grams / 1000);
  }
}
