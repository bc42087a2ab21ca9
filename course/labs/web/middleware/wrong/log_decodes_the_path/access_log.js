import morgan from 'morgan';

morgan.token('id', (req) => req.id);
morgan.token('path', (req) => decodeURIComponent(req.originalUrl.split('?', 1)[0])); // a query may carry secrets

/** One line on standard output for each request, once it is answered. */
export const accessLog = morgan(':id :method :path :status :total-time ms');
