import { Pool } from 'pg';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 6 });

const ignore = () => {}; // whoever waits for an answer is told by a rejection
pool.on('error', ignore).on('connect', (client) => { client.on('error', ignore); });
