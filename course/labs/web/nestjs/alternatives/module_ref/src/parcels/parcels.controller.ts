import { Body, Controller, Post, Req } from '@nestjs/common';
import { ContextIdFactory, ModuleRef } from '@nestjs/core';
import { Trail } from '../trail/trail.ts';
import { ParcelsService } from './parcels.service.ts';

@Controller('parcels')
export class ParcelsController {
  constructor(
    private readonly parcels: ParcelsService,
    private readonly modules: ModuleRef,
  ) {}

  @Post()
  async post(@Req() request: object, @Body() body: { to: string; grams: number }) {
    const trail = await this.modules.resolve(Trail, ContextIdFactory.getByRequest(request), { strict: false });
    const parcel = await this.parcels.post(body.to, body.grams);
    for (const step of [`quote ${parcel.to}`, `parcel ${parcel.number}`]) trail.add(step);
    return Object.assign(parcel, { trail: trail.steps });
  }
}
