import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

class Mailer {}
class SmtpMailer extends Mailer {}
const SETTINGS = Symbol('SETTINGS');
const CATALOGUE = Symbol('CATALOGUE');

class ShopModule {}
Module({
  providers: [
    { provide: SETTINGS, useValue: { country: 'PE' } },
    { provide: Mailer, useClass: SmtpMailer },
    { provide: CATALOGUE, inject: [SETTINGS], useFactory: async ({ country }) => [`llama, ${country}`] },
  ],
})(ShopModule);

const app = await NestFactory.createApplicationContext(ShopModule, { logger: false });
console.log(app.get(SETTINGS), app.get(Mailer), app.get(CATALOGUE));
