import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { loadRateTable, RATE_TABLE } from './rate_table.ts';
import { RatesController } from './rates.controller.ts';
import { RatesService } from './rates.service.ts';

const table = { provide: RATE_TABLE, useValue: await loadRateTable() };

@Module({ imports: [TrailModule], controllers: [RatesController], providers: [table, RatesService], exports: [RatesService] })
export class RatesModule {}
