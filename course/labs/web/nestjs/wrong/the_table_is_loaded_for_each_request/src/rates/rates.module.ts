import { Module, Scope } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { loadRateTable, RATE_TABLE } from './rate_table.ts';
import { RatesController } from './rates.controller.ts';
import { Quotes, RatesService } from './rates.service.ts';

@Module({
  imports: [TrailModule],
  controllers: [RatesController],
  providers: [RatesService, Quotes, { provide: RATE_TABLE, useFactory: loadRateTable, scope: Scope.REQUEST }],
  exports: [RatesService],
})
export class RatesModule {}
