import { Controller, Get, ParseIntPipe, Query } from '@nestjs/common';
import { Trail } from '../trail/trail.ts';
import { RatesService } from './rates.service.ts';

@Controller('quotes')
export class RatesController {
  constructor(
    private readonly rates: RatesService,
    private readonly trail: Trail,
  ) {}

  @Get()
  quote(@Query('to') to: string, @Query('grams', ParseIntPipe) grams: number) {
    const cents = this.rates.quote(to, grams);
    return { to, grams, cents, trail: this.trail.steps };
  }
}
