import { Module } from '@nestjs/common';
import { loadRateTable, RATE_TABLE } from './rate_table.ts';

@Module({ providers: [{ provide: RATE_TABLE, useFactory: loadRateTable }], exports: [RATE_TABLE] })
export class RateTableModule {}
