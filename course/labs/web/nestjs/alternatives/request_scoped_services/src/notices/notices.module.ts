import { Injectable, Module } from '@nestjs/common';
import { LogNotices, Notices } from './notices.ts';

@Injectable()
class CountingNotices extends LogNotices {
  sent = 0;

  override async send(text: string): Promise<void> {
    this.sent += 1;
    await super.send(text);
  }
}

@Module({
  providers: [CountingNotices, { provide: Notices, useExisting: CountingNotices }],
  exports: [Notices],
})
export class NoticesModule {}
