import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);

async function pay({ from, to, coins }) {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query('select id from purse where id in (?, ?) order by id for update', [from, to]);
    await connection.execute('update purse set coins = coins - ? where id = ?', [coins, from]);
    await connection.execute('update purse set coins = coins + ? where id = ?', [coins, to]);
    await connection.commit();
    connection.release();
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

createServer(async (req, res) => {
  try {
    await pay(await new Response(req).json());
    res.writeHead(204).end();
  } catch (error) {
    console.error(error.message);
    res.writeHead(503).end();
  }
}).listen(process.env.PORT);
