import { Controller, Get } from '@nestjs/common';
import { ParcelsService } from '../parcels/parcels.service.ts';
import { RatesService } from '../rates/rates.service.ts';

@Controller('report')
export class ReportController {
  private readonly parcels = new ParcelsService();
  private readonly rates = new RatesService();

  @Get()
  report() {
    return { parcels: this.parcels.count, quotes: this.rates.quotes };
  }
}
