import { Injectable } from '@nestjs/common';

/** What has to outlive a request. */
@Injectable()
export class Quotes {
  given = 0;
}
