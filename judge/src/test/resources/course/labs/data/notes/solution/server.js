import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

createServer(async (req, res) => {
  try {
    const text = await new Response(req).text();
    const { rows } = await pool.query('insert into note (text) values ($1) returning id', [text]);
    res.writeHead(201).end(JSON.stringify(rows[0]));
  } catch (error) {
    console.error(error.message);
    res.writeHead(503).end();
  }
}).listen(process.env.PORT);
