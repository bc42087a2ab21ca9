package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.SeenStatement;
import org.junit.jupiter.api.Test;

class MongooseOnTheWireTest extends WireTest {

    private static final String MODELS =
            """
            const Author = mongoose.model('Author', new mongoose.Schema({ name: { type: String, required: true } }));
            const Post = mongoose.model('Post', new mongoose.Schema({
              title: { type: String, unique: true },
              author: { type: mongoose.Schema.Types.ObjectId, ref: 'Author' },
            }));
            await Author.init(); await Post.init();
            """;

    @Test
    void populateIsOneQueryForAllOfAPage() throws Exception {
        String printed =
                mongoose(
                        MODELS
                                + """
                                const [a, b] = await Author.create([{ name: 'a' }, { name: 'b' }]);
                                await Post.create([{ title: '1', author: a }, { title: '2', author: b }, { title: '3', author: a }]);
                                const posts = await Post.find().sort({ title: 1 }).populate('author');
                                console.log(posts.map(p => p.author.name).join());
                                """);
        assertEquals("a,b,a", printed);
        assertEquals(1, matching("find posts").size());
        assertEquals(1, matching("find authors {\"_id\":{\"$in\":[").size());
        assertEquals(2, matching("find authors").getFirst().rows());
    }

    @Test
    void aQueryForEachOfAPageIsCounted() throws Exception {
        mongoose(
                MODELS
                        + """
                        const a = await Author.create({ name: 'a' });
                        for (const title of ['1', '2', '3']) await Post.create({ title, author: a });
                        for (const post of await Post.find()) await Author.findById(post.author);
                        """);
        assertEquals(3, matching("find authors").size());
        assertTrue(matching("find authors").getFirst().text().contains("limit 1"));
    }

    @Test
    void aUniqueFieldIsAnIndexAndADuplicateIsRefused() throws Exception {
        String printed =
                mongoose(
                        MODELS
                                + """
                                await Post.create({ title: 'same' });
                                await Post.create({ title: 'same' }).catch(e => console.log(e.code));
                                await Author.create({}).catch(e => console.log(e.name));
                                """);
        assertEquals("11000\nValidationError", printed);
        assertEquals(
                1,
                db.indexes("posts").stream()
                        .filter(index -> Boolean.TRUE.equals(index.get("unique")))
                        .count());
        assertEquals(0, matching("insert authors").size(), "what is invalid is not sent");
        assertEquals(
                1,
                matching("insert posts").stream()
                        .filter(seen -> seen.fate() == SeenStatement.Fate.FAILED)
                        .count());
    }

    @Test
    void aTransactionSaysThatItCannotBeHad() throws Exception {
        String printed =
                mongoose(
                        MODELS
                                + """
                                await mongoose.connection.transaction(async session => {
                                  await Author.create([{ name: 'x' }], { session });
                                }).catch(e => console.log(e.name));
                                """);
        assertEquals("MongoCompatibilityError", printed);
        assertEquals(0, db.find("authors", "{}").size());
    }
}
