import { createServer, type IncomingMessage } from 'node:http';
import { DataSource } from 'typeorm';
import { Author } from './author.ts';
import { Book } from './book.ts';

const db = await new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [Author, Book],
}).initialize();

async function keep(request: IncomingMessage): Promise<Author> {
  let text = '';
  for await (const piece of request) text += piece;
  const { name, titles } = JSON.parse(text) as { name: string; titles: string[] };
  return db.transaction(async manager => {
    const author = await manager.save(manager.create(Author, { name }));
    for (const title of titles) await manager.save(manager.create(Book, { title, author }));
    return author;
  });
}

const find = (id: number): Promise<Author | null> =>
  db.getRepository(Author).findOne({ where: { id }, relations: { books: true }, order: { books: { id: 'asc' } } });

createServer((request, response) => {
  const id = Number(request.url?.split('/').at(-1));
  (request.method === 'POST' ? keep(request) : find(id)).then(
    author => response.writeHead(author ? 200 : 404).end(JSON.stringify(author)),
    (error: Error) => response.writeHead(409).end(JSON.stringify({ error: error.message })),
  );
}).listen(process.env.PORT);
