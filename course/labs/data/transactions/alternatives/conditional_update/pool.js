import pg from 'pg';

class HeardClient extends pg.Client {
  constructor(options) {
    super(options);
    this.on('error', (error) => console.error('lost a connection:', error.message));
  }
}

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  Client: HeardClient,
  max: 5,
}).on('error', () => { /* said by the client */ });
