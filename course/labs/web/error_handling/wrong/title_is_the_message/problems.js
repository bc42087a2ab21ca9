import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { Refusal, SupplierError } from './box_office.js';

const REFUSALS = new Map([
  ['no-such-show', { status: 404, title: 'No such show' }],
  ['bad-order', { status: 422, title: 'Bad order' }],
  ['sold-out', { status: 409, title: 'Sold out' }],
]);

/** Answers what no route has answered. */
export function noSuchPath(req, res) {
  send(res, plain(404));
}

/** Answers every error. What is ours goes to the log, and nothing of it to the caller. */
export function answerError(error, req, res, next) {
  const problem = problemOf(error);
  if (problem.status >= 500) console.error(problem.instance, error);
  if (res.headersSent) return next(error); // too late for a reply: Express cuts the connection
  send(res, problem);
}

function problemOf(error) {
  const known = error instanceof Refusal && REFUSALS.get(error.code);
  if (known) {
    const type = `https://box-office.example/problems/${error.code}`;
    return problem({ ...error.extra, ...known, type, title: error.message, detail: error.message });
  }
  if (error instanceof SupplierError) return plain(502);
  return plain(callersStatus(error) ?? 500);
}

/** The status of Express's own errors about a request: its body, or a path that cannot be decoded. */
function callersStatus(error) {
  return error.expose || error instanceof URIError ? error.status : undefined;
}

function plain(status) {
  return problem({ type: 'about:blank', status, title: STATUS_CODES[status] });
}

function problem(members) {
  return { ...members, instance: `urn:uuid:${randomUUID()}` };
}

function send(res, problem) {
  res.set('Cache-Control', 'no-store');
  res.status(problem.status).type('application/problem+json').send(problem);
}
