import { Body, Controller, Post } from '@nestjs/common';
import { ParcelsService } from './parcels.service.ts';

class NewParcel {
  to!: string;
  grams!: number;
}

@Controller('parcels')
export class ParcelsController {
  constructor(private readonly parcels: ParcelsService) {}

  @Post()
  post(@Body() { to, grams }: NewParcel) {
    return this.parcels.post(to, grams);
  }
}
