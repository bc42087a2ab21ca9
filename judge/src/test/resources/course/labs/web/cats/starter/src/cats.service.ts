export class CatsService {}
