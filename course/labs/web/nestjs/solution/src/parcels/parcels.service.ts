import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Notices } from '../notices/notices.ts';
import { RatesService } from '../rates/rates.service.ts';

export interface Parcel {
  number: number;
  to: string;
  cents: number;
  at: string;
}

@Injectable()
export class ParcelsService {
  /** How many parcels were posted so far. */
  count = 0;

  constructor(
    private readonly rates: RatesService,
    private readonly notices: Notices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async post(to: string, grams: number): Promise<Parcel> {
    const cents = this.rates.quote(to, grams);
    const number = ++this.count;
    const at = this.clock().toISOString();
    await this.notices.send(`parcel ${number} to ${to}`);
    return { number, to, cents, at };
  }
}
