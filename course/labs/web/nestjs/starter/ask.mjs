// Asks the container. The checks use it, and so may you:
//
//     node ask.mjs offers      what a module gets that imports one of yours and nothing else
//     node ask.mjs replaced    posts a parcel with another clock, another table and other notices in place
//
// Stays as it is.
import './typescript.mjs';
import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const { CLOCK } = await import('./src/clock/clock.ts');
const { ClockModule } = await import('./src/clock/clock.module.ts');
const { Notices } = await import('./src/notices/notices.ts');
const { NoticesModule } = await import('./src/notices/notices.module.ts');
const { RATE_TABLE } = await import('./src/rates/rate_table.ts');
const { RatesModule } = await import('./src/rates/rates.module.ts');
const { RatesService } = await import('./src/rates/rates.service.ts');
const { Trail } = await import('./src/trail/trail.ts');
const { TrailModule } = await import('./src/trail/trail.module.ts');
const { ParcelsModule } = await import('./src/parcels/parcels.module.ts');
const { ParcelsService } = await import('./src/parcels/parcels.service.ts');
const { ReportModule } = await import('./src/report/report.module.ts');
const { AppModule } = await import('./src/app.module.ts');

const TOKENS = { CLOCK, Notices, RATE_TABLE, RatesService, Trail, ParcelsService };
const MODULES = { ClockModule, NoticesModule, RatesModule, TrailModule, ParcelsModule, ReportModule };
const QUIET = { logger: false, abortOnError: false };

async function offers(module) {
  const providers = Object.entries(TOKENS).map(([name, token]) => ({
    provide: `the ${name}`,
    useFactory: (found) => found !== undefined && name,
    inject: [{ token, optional: true }],
  }));
  class Importer {}
  Module({ imports: [module], providers })(Importer);
  const context = await NestFactory.createApplicationContext(Importer, QUIET);
  const found = await Promise.all(providers.map(({ provide }) => context.resolve(provide)));
  await context.close();
  return found.filter(Boolean).join(', ') || 'nothing';
}

/** Puts a value in the place of a provider, wherever a module has it. */
function replace(token, value, module, seen = new Set()) {
  const { module: type = module?.forwardRef?.() ?? module, ...added } = module ?? {};
  if (typeof type !== 'function' || seen.has(module)) return;
  seen.add(module);
  const fixed = (key) => Reflect.getMetadata(key, type) ?? [];
  const other = (given) => ((given.provide ?? given) === token ? { provide: token, useValue: value } : given);
  Reflect.defineMetadata('providers', fixed('providers').map(other), type);
  if (added.providers) module.providers = added.providers.map(other);
  for (const each of [...fixed('imports'), ...(added.imports ?? [])]) replace(token, value, each, seen);
}

async function replaced() {
  replace(CLOCK, () => new Date('2031-05-04T03:02:01Z'), AppModule);
  replace(RATE_TABLE, new Map([['Quito', 11]]), AppModule);
  replace(Notices, { send: async (text) => console.log(`replaced notice: ${text}`) }, AppModule);
  const app = await NestFactory.create(AppModule, QUIET);
  rmSync('ask.sock', { force: true }); // where an earlier run was killed
  await app.listen('ask.sock');
  console.log(await posted({ to: 'Quito', grams: 1001 }));
  await app.close();
}

function posted(body) {
  const headers = { 'Content-Type': 'application/json' };
  const { promise, resolve, reject } = Promise.withResolvers();
  request({ socketPath: 'ask.sock', method: 'POST', path: '/parcels', headers }, async (res) => {
    resolve((await res.toArray()).join(''));
  })
    .on('error', reject)
    .end(JSON.stringify(body));
  return promise;
}

if (process.argv[2] === 'replaced') await replaced();
else {
  for (const [name, module] of Object.entries(MODULES)) {
    const told = await offers(module).then(
      (all) => `offers ${all}`,
      (error) => `cannot be imported alone: ${error.message.split('\n')[0]}`,
    );
    console.log(name, told);
  }
}
