import { Body, Controller, Post } from '@nestjs/common';
import { ParcelsService } from './parcels.service.ts';

@Controller('parcels')
export class ParcelsController {
  private readonly parcels = new ParcelsService();

  @Post()
  async post(@Body() { to, grams }: { to: string; grams: number }) {
    const parcel = await this.parcels.post(to, grams);
    return { ...parcel, trail: [`quote ${to}`, `parcel ${parcel.number}`] };
  }
}
