import { Controller, Get, Query } from '@nestjs/common';
import { Trail } from '../trail/trail.ts';
import { RatesService } from './rates.service.ts';

@Controller()
export class RatesController {
  constructor(
    private readonly rates: RatesService,
    private readonly trail: Trail,
  ) {}

  @Get('quotes')
  quote(@Query() query: { to: string; grams: string }) {
    const grams = Number(query.grams);
    return { to: query.to, grams, cents: this.rates.quote(query.to, grams), trail: this.trail.steps };
  }
}
