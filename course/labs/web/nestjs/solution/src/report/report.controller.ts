import { Controller, Get } from '@nestjs/common';
import { ParcelsService } from '../parcels/parcels.service.ts';
import { RatesService } from '../rates/rates.service.ts';

@Controller('report')
export class ReportController {
  constructor(
    private readonly parcels: ParcelsService,
    private readonly rates: RatesService,
  ) {}

  @Get()
  report() {
    return { parcels: this.parcels.count, quotes: this.rates.quotes };
  }
}
