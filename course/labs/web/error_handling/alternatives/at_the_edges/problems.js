// The handler knows one rule: an error that has `problem` may be told. Who may be told what is decided at the edges.
import { STATUS_CODES } from 'node:http';
import { Refusal } from './box_office.js';

const TITLES = { 404: 'No such show', 409: 'Sold out', 422: 'Bad order' };
const STATUSES = new Map([['no-such-show', 404], ['sold-out', 409], ['bad-order', 422]]);

export function tellRefusal(error) {
  const status = STATUSES.get(error?.code);
  if (status && error instanceof Refusal) {
    const { message: detail, extra } = error;
    const type = `https://box-office.example/problems/${error.code}`;
    error.problem = { ...extra, type, title: TITLES[status], status, detail };
  }
  throw error;
}

export function tellSupplier(error) {
  throw Object.assign(error, { problem: { status: 502, title: STATUS_CODES[502] } });
}

export function tellRequest(error, req, res, next) {
  error.problem = { status: error.statusCode, title: STATUS_CODES[error.statusCode] };
  next(error);
}

export function nowhere(req, res, next) {
  const problem = { status: 404, title: STATUS_CODES[404] };
  next(Object.assign(new Error('nowhere'), { problem }));
}

export function answer(error, req, res, next) {
  const undecodable = error instanceof URIError && error.status === 400 && { status: 400, title: 'Bad Request' };
  const problem = error?.problem ?? (undecodable || { status: 500, title: STATUS_CODES[500] });
  const instance = `urn:uuid:${globalThis.crypto.randomUUID()}`;
  if (res.headersSent) {
    console.error('cut:', error);
    return res.destroy(error instanceof Error ? error : undefined);
  }
  if (problem.status >= 500) console.error(instance, error);
  res.removeHeader('Cache-Control');
  res.header('Cache-Control', 'no-store').header('Content-Type', 'application/problem+json');
  res.status(problem.status).json({ ...problem, instance });
}
