import { Injectable, Scope } from '@nestjs/common';

/** What was done for a request, step by step. */
@Injectable({ scope: Scope.TRANSIENT })
export class Trail {
  readonly steps: string[] = [];

  add(step: string): void {
    this.steps.push(step);
  }
}
