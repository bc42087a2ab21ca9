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
  async post(@Body() body: { to: string; grams: number }) {
    return { ...(await this.parcels.post(body.to, body.grams)), trail: this.trail.steps };
  }
}
