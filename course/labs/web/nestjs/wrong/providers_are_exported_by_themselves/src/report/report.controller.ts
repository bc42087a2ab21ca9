import { Controller, Get } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ParcelsService } from '../parcels/parcels.service.ts';
import { RatesService } from '../rates/rates.service.ts';

@Controller('report')
export class ReportController {
  constructor(
    private readonly rates: RatesService,
    private readonly modules: ModuleRef,
  ) {}

  @Get()
  report() {
    return { parcels: this.modules.get(ParcelsService, { strict: false }).count, quotes: this.rates.quotes };
  }
}
