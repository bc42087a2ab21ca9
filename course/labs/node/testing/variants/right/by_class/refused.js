export const LIMITS = { least: 1, most: 30_000 };

export class Refused extends TypeError {
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = 'Refused';
    this.code = code;
  }
}
