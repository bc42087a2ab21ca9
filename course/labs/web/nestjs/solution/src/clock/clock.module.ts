import { Module } from '@nestjs/common';
import { CLOCK, type Clock } from './clock.ts';

const clock: Clock = () => new Date();

@Module({ providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] })
export class ClockModule {}
