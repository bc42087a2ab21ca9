import { Body, Controller, Post } from '@nestjs/common';
import { Trail } from '../trail/trail.ts';
import { ParcelsService } from './parcels.service.ts';

@Controller('parcels')
export class ParcelsController {
  constructor(
    private readonly parcels: ParcelsService,
    private readonly trail: Trail,
  ) {}

  @Post()
  async post(@Body() { to, grams }: { to: string; grams: number }) {
    this.trail.begin();
    this.trail.add(`quote ${to}`);
    const parcel = await this.parcels.post(to, grams);
    this.trail.add(`parcel ${parcel.number}`);
    return { ...parcel, trail: this.trail.steps };
  }
}
