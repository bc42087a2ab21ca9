import { Module } from '@nestjs/common';
import { LogNotices } from './notices.ts';

@Module({ providers: [LogNotices], exports: [LogNotices] })
export class NoticesModule {}
