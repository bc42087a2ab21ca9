import { Inject, Injectable, Scope } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';

/** Of request scope by what it injects as well. The steps are kept on the request itself. */
@Injectable({ scope: Scope.REQUEST })
export class Trail {
  constructor(@Inject(REQUEST) private readonly request: { steps?: string[] }) {}

  add(step: string): void {
    (this.request.steps ??= []).push(step);
  }

  get told(): { trail: string[] } {
    return { trail: this.request.steps ?? [] };
  }
}
