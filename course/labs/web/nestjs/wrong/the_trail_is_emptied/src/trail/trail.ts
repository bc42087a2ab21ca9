import { Injectable } from '@nestjs/common';

/** What was done for a request, step by step. */
@Injectable()
export class Trail {
  steps: string[] = [];

  begin(): void {
    this.steps = [];
  }

  add(step: string): void {
    this.steps.push(step);
  }
}
