import 'reflect-metadata';
import { Inject, Injectable, Module, Scope } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const made = { Orders: 0, Wishes: 0 };

class Basket {}
class Orders {
  id = ++made.Orders;
}
class Wishes {
  id = ++made.Wishes;
}
Injectable({ scope: Scope.REQUEST })(Basket);
Inject(Basket)(Wishes.prototype, 'basket'); // in TypeScript: @Inject(Basket) basket: Basket;

class ShopModule {}
Module({ providers: [Basket, Orders, Wishes] })(ShopModule);
const app = await NestFactory.createApplicationContext(ShopModule, { logger: false });
for (let request = 1; request <= 3; request++) {
  await app.resolve(Orders);
  await app.resolve(Wishes);
}
console.log(made);
