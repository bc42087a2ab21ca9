import { Module } from '@nestjs/common';
import { LogNotices, Notices } from './notices.ts';

@Module({ providers: [{ provide: Notices, useClass: LogNotices }], exports: [Notices] })
export class NoticesModule {}
