import { Module } from '@nestjs/common';
import { Trail } from './trail.ts';

@Module({ providers: [Trail], exports: [Trail] })
export class TrailModule {}
