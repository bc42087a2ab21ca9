import { Module } from '@nestjs/common';
import { ClockModule } from './clock/clock.module.ts';
import { ParcelsModule } from './parcels/parcels.module.ts';
import { RatesModule } from './rates/rates.module.ts';
import { ReportModule } from './report/report.module.ts';

@Module({ imports: [ClockModule, RatesModule, ParcelsModule, ReportModule] })
export class AppModule {}
