import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Notices } from '../notices/notices.ts';
import { RatesService } from '../rates/rates.service.ts';
import { Trail } from '../trail/trail.ts';

@Injectable()
export class ParcelsService {
  private readonly posted: { number: number; to: string; cents: number; at: Date }[] = [];

  constructor(
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(RatesService) private readonly rates: RatesService,
    @Inject(Trail) private readonly trail: Trail,
  ) {}

  get count(): number {
    return this.posted.length;
  }

  async post(to: string, grams: number) {
    const parcel = { cents: this.rates.quote(to, grams), number: this.count + 1, to, at: this.now() };
    this.posted.push(parcel);
    this.trail.add(`parcel ${parcel.number}`);
    await this.notices.send(`parcel ${parcel.number} to ${to}`);
    return parcel;
  }
}
