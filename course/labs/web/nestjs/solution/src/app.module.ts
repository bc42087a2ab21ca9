import { Module } from '@nestjs/common';
import { ParcelsModule } from './parcels/parcels.module.ts';
import { RatesModule } from './rates/rates.module.ts';
import { ReportModule } from './report/report.module.ts';

@Module({ imports: [RatesModule, ParcelsModule, ReportModule] })
export class AppModule {}
