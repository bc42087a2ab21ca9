import { Controller, Get, Query, Req } from '@nestjs/common';
import { ContextIdFactory, ModuleRef } from '@nestjs/core';
import { Trail } from '../trail/trail.ts';
import { RatesService } from './rates.service.ts';

/** One for all requests; it asks for the request's trail when there is a request. */
@Controller('quotes')
export class RatesController {
  constructor(
    private readonly rates: RatesService,
    private readonly modules: ModuleRef,
  ) {}

  @Get()
  async quote(@Req() request: object, @Query('to') to: string, @Query('grams') grams: string) {
    const trail = await this.modules.resolve(Trail, ContextIdFactory.getByRequest(request), { strict: false });
    const cents = this.rates.quote(to, +grams);
    trail.add(`quote ${to}`);
    return { to, grams: +grams, cents, trail: [...trail.steps] };
  }
}
