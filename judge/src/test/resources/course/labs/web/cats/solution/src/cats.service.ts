import { Injectable } from '@nestjs/common';

export interface Cat {
  name: string;
}

@Injectable()
export class CatsService {
  private readonly cats: Cat[] = [];

  add(cat: Cat): void {
    this.cats.push(cat);
  }

  all(): readonly Cat[] {
    return this.cats;
  }
}
