import { Module } from '@nestjs/common';
import { loadRateTable, RATE_TABLE, type RateTable } from './rate_table.ts';

/** For RatesModule only. */
@Module({
  providers: [
    {
      provide: RATE_TABLE,
      useFactory: async (): Promise<RateTable> => {
        const table = await loadRateTable();
        if (table.size === 0) throw new Error('the rate table is empty');
        return table;
      },
    },
  ],
  exports: [RATE_TABLE],
})
export class RateTableModule {}
