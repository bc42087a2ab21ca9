import { Module } from '@nestjs/common';
import { ParcelsModule } from '../parcels/parcels.module.ts';
import { RatesModule } from '../rates/rates.module.ts';
import { ReportController } from './report.controller.ts';

@Module({ imports: [RatesModule], controllers: [ReportController] })
export class ReportModule {}
