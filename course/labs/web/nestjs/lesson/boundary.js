import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

class Counter {}
class Engine {}

class TicketsModule {}
Module({ providers: [Counter, Engine], exports: [Counter] })(TicketsModule);

for (const wanted of [Counter, Engine]) {
  class ShopModule {}
  const shop = { provide: 'shop', inject: [wanted], useFactory: (given) => given };
  Module({ imports: [TicketsModule], providers: [shop] })(ShopModule);
  await NestFactory.createApplicationContext(ShopModule, { logger: false, abortOnError: false }).then(
    (app) => console.log(app.get('shop')),
    (error) => console.log(error.message.split('.')[0]),
  );
}
