import { Module } from '@nestjs/common';
import { ClockModule } from '../clock/clock.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { loadRateTable, RATE_TABLE } from '../rates/rate_table.ts';
import { RatesService } from '../rates/rates.service.ts';
import { TrailModule } from '../trail/trail.module.ts';
import { ParcelsController } from './parcels.controller.ts';
import { ParcelsService } from './parcels.service.ts';

@Module({
  imports: [ClockModule, NoticesModule, TrailModule],
  controllers: [ParcelsController],
  providers: [ParcelsService, RatesService, { provide: RATE_TABLE, useFactory: loadRateTable }],
  exports: [ParcelsService],
})
export class ParcelsModule {}
