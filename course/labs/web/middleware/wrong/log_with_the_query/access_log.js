import morgan from 'morgan';

morgan.token('id', (req) => req.id);

/** One line on standard output for each request, once it is answered. */
export const accessLog = morgan(':id :method :url :status :total-time ms');
