import { Injectable } from '@nestjs/common';
import { LogNotices } from '../notices/notices.ts';
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

  private readonly rates = new RatesService();
  private readonly notices = new LogNotices();

  async post(to: string, grams: number): Promise<Parcel> {
    const cents = await this.rates.quote(to, grams);
    const number = ++this.count;
    const at = new Date().toISOString();
    await this.notices.send(`parcel ${number} to ${to}`);
    return { number, to, cents, at };
  }
}
