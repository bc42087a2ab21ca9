import { Inject, Injectable, Scope } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Notices } from '../notices/notices.ts';
import { RatesService } from '../rates/rates.service.ts';
import { Trail } from '../trail/trail.ts';
import { ParcelStore } from './parcel_store.ts';

@Injectable({ scope: Scope.REQUEST })
export class ParcelsService {
  constructor(
    private readonly store: ParcelStore,
    private readonly rates: RatesService,
    private readonly trail: Trail,
    private readonly notices: Notices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get count(): number {
    return this.store.count;
  }

  async post(to: string, grams: number) {
    const cents = await this.rates.quote(to, grams);
    const at = this.clock().toISOString();
    const number = this.store.next();
    await this.notices.send(`parcel ${number} to ${to}`);
    this.trail.add(`parcel ${number}`);
    return { at, number, to, cents, ...this.trail.told };
  }
}
