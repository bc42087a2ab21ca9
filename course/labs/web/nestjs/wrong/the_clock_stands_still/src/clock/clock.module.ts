import { Module } from '@nestjs/common';
import { CLOCK, type Clock } from './clock.ts';

const now = new Date();
const clock: Clock = () => now;

@Module({ providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] })
export class ClockModule {}
