import { Global, Module } from '@nestjs/common';
import { CLOCK, type Clock } from './clock.ts';

const clock: Clock = () => new Date();

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] })
export class ClockModule {}
