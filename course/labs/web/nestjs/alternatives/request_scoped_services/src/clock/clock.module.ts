import { Module, type Provider } from '@nestjs/common';
import { CLOCK } from './clock.ts';

const clock: Provider = { provide: CLOCK, useFactory: () => () => new Date() };

@Module({ providers: [clock], exports: [clock] })
export class ClockModule {}
