import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { loadRateTable, RATE_TABLE } from './rate_table.ts';
import { RatesController } from './rates.controller.ts';
import { RatesService } from './rates.service.ts';

@Module({
  imports: [TrailModule],
  controllers: [RatesController],
  providers: [RatesService, { provide: RATE_TABLE, useFactory: loadRateTable }],
  exports: [RatesService, RATE_TABLE],
})
export class RatesModule {}
