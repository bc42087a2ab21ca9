import morgan from 'morgan';
import { currentId } from './request_id.js';

morgan.token('id', () => currentId);
morgan.token('path', (req) => req.originalUrl.split('?', 1)[0]); // a query may carry secrets

/** One line on standard output for each request, once it is answered. */
export const accessLog = morgan(':id :method :path :status :total-time ms');
