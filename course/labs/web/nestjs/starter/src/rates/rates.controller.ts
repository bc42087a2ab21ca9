import { Controller, Get, ParseIntPipe, Query } from '@nestjs/common';
import { RatesService } from './rates.service.ts';

@Controller('quotes')
export class RatesController {
  private readonly rates = new RatesService();

  @Get()
  async quote(@Query('to') to: string, @Query('grams', ParseIntPipe) grams: number) {
    const cents = await this.rates.quote(to, grams);
    return { to, grams, cents, trail: [`quote ${to}`] };
  }
}
