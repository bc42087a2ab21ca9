import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { loadRateTable, RATE_TABLE, type RateTable } from './rate_table.ts';
import { RatesController } from './rates.controller.ts';
import { RatesService } from './rates.service.ts';

let table: Promise<RateTable> | undefined;

/** Loads the table with the first question. */
const lazy = { get: async (city: string) => (await (table ??= loadRateTable())).get(city) };

@Module({
  imports: [TrailModule],
  controllers: [RatesController],
  providers: [RatesService, { provide: RATE_TABLE, useFactory: () => lazy }],
  exports: [RatesService],
})
export class RatesModule {}
