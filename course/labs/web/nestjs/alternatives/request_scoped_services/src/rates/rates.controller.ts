import { Controller, Get, Inject, ParseIntPipe, Query } from '@nestjs/common';
import { Trail } from '../trail/trail.ts';
import { RatesService } from './rates.service.ts';

@Controller('/quotes')
export class RatesController {
  @Inject() private readonly rates!: RatesService;
  @Inject() private readonly trail!: Trail;

  @Get()
  async quote(@Query('to') to: string, @Query('grams', ParseIntPipe) grams: number) {
    const cents = await this.rates.quote(to, grams);
    return { to, grams, cents, ...this.trail.told };
  }
}
