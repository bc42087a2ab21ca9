import { Refusal, SupplierError } from './box_office.js';

const phrases = {
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

const told = (status, title) => (e) => ({
  ...e.extra,
  type: new URL(e.code, 'https://box-office.example/problems/').href,
  title,
  status,
  detail: e.message,
});

const refusals = {
  __proto__: null,
  'no-such-show': told(404, 'No such show'),
  'bad-order': told(422, 'Bad order'),
  'sold-out': told(409, 'Sold out'),
};

/** What the caller may know of what went wrong: an error, or a status. */
export function describe(wrong) {
  if (wrong instanceof Refusal && wrong.code in refusals) return refusals[wrong.code](wrong);
  let status = 500;
  if (typeof wrong === 'number') status = wrong;
  else if (wrong instanceof SupplierError) status = 502;
  else if (wrong instanceof URIError || String(wrong?.type).match(/^(entity|charset|encoding|request)\./)) status = wrong.status ?? 500;
  return { status, title: phrases[status] };
}
