import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.ts';
import { RatesModule } from '../rates/rates.module.ts';
import { TrailModule } from '../trail/trail.module.ts';
import { ParcelsController } from './parcels.controller.ts';
import { ParcelsService } from './parcels.service.ts';

@Module({
  imports: [NoticesModule, RatesModule, TrailModule],
  controllers: [ParcelsController],
  providers: [ParcelsService],
  exports: [ParcelsService],
})
export class ParcelsModule {}
