import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { Quotes } from './quotes.ts';
import { RateTableModule } from './rate_table.module.ts';
import { RatesController } from './rates.controller.ts';
import { RatesService } from './rates.service.ts';

@Module({
  imports: [RateTableModule, TrailModule],
  providers: [Quotes, RatesService],
  controllers: [RatesController],
  exports: [RatesService],
})
export class RatesModule {}
