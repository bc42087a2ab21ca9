import { Body, Controller, Get, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IsString, MinLength } from 'class-validator';
import { CatsService, type Cat } from './cats.service.js';

class NewCat implements Cat {
  @IsString()
  @MinLength(2)
  name!: string;
}

@Controller('cats')
class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get()
  all(): readonly Cat[] {
    return this.cats.all();
  }

  @Post()
  add(@Body() cat: NewCat): NewCat {
    this.cats.add(cat);
    return cat;
  }
}

@Module({ controllers: [CatsController], providers: [CatsService] })
class CatsModule {}

const app = await NestFactory.create(CatsModule, { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
await app.listen(Number(process.env.PORT));
