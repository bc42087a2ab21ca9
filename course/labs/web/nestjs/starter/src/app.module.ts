import { Module } from '@nestjs/common';
import { ParcelsController } from './parcels/parcels.controller.ts';
import { RatesController } from './rates/rates.controller.ts';
import { ReportController } from './report/report.controller.ts';

// Everything in one place, and everybody makes what he needs.
@Module({ controllers: [RatesController, ParcelsController, ReportController] })
export class AppModule {}
