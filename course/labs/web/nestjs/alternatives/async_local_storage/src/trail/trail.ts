import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** One object for all requests, which keeps the steps of each apart. */
@Injectable()
export class Trail {
  private readonly storage = new AsyncLocalStorage<string[]>();

  begin(work: () => void): void {
    this.storage.run([], work);
  }

  get steps(): readonly string[] {
    return this.storage.getStore() ?? [];
  }

  add(step: string): void {
    this.storage.getStore()?.push(step);
  }
}
