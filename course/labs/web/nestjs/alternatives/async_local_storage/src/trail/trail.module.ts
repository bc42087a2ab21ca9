import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { Trail } from './trail.ts';

@Module({ providers: [Trail], exports: [Trail] })
export class TrailModule implements NestModule {
  constructor(private readonly trail: Trail) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply((_req: unknown, _res: unknown, next: () => void) => this.trail.begin(next)).forRoutes('*all');
  }
}
