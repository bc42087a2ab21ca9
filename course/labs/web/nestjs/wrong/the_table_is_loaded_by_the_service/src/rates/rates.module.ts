import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/trail.module.ts';
import { RatesController } from './rates.controller.ts';
import { RatesService } from './rates.service.ts';

@Module({
  imports: [TrailModule],
  controllers: [RatesController],
  providers: [RatesService],
  exports: [RatesService],
})
export class RatesModule {}
