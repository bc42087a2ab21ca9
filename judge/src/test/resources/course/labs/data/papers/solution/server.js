import { createServer } from 'node:http';
import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);
const papers = client.db().collection('papers');

createServer(async (req, res) => {
  try {
    await papers.insertOne(JSON.parse(await new Response(req).text()));
    res.writeHead(201).end();
  } catch (error) {
    console.error(error.message);
    res.writeHead(503).end();
  }
}).listen(process.env.PORT);
