import { Module } from '@nestjs/common';
import { ClockModule } from '../clock/clock.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { RatesModule } from '../rates/rates.module.ts';
import { RateTableModule } from '../rates/rate_table.module.ts';
import { TrailModule } from '../trail/trail.module.ts';
import { ParcelsController } from './parcels.controller.ts';
import { ParcelsService } from './parcels.service.ts';

@Module({
  imports: [ClockModule, NoticesModule, RateTableModule, TrailModule],
  controllers: [ParcelsController],
  providers: [ParcelsService],
  exports: [ParcelsService],
})
export class ParcelsModule {}
