/** A request that cannot be met. The server answers with its status, and with the fields that were wrong. */
export class Refused extends Error {
  constructor(status, message, fields) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.fields = fields;
  }
}
