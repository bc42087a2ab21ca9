import pino from 'pino';

const log = pino({ base: undefined, timestamp: false });
const body = { name: 'Ann\n{"level":60}', level: 60 }; // as it came

log.info(body, 'signed in');
log.info({ body }, 'signed in');
