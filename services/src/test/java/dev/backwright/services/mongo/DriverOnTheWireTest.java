package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverOnTheWireTest extends WireTest {

    private List<Long> rows() {
        return wire.statements().stream().map(SeenStatement::rows).toList();
    }

    @Test
    void everyKindOfWriteIsSeen() throws Exception {
        driver(
                """
                const a = db.collection('a');
                await a.insertOne({ _id: 1, n: 1 });
                await a.insertMany([{ _id: 2, n: 2 }, { _id: 3, n: 3 }]);
                await a.updateOne({ _id: 1 }, { $inc: { n: 5 } });
                await a.updateMany({ n: { $gt: 100 } }, { $set: { big: true } });
                await a.updateOne({ _id: 9 }, { $set: { n: 9 } }, { upsert: true });
                await a.replaceOne({ _id: 2 }, { n: 20 });
                await a.deleteOne({ _id: 3 });
                await a.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } });
                """);
        assertEquals(
                List.of(
                        "insert a [{\"_id\":1,\"n\":1}]",
                        "insert a [{\"_id\":2,\"n\":2},{\"_id\":3,\"n\":3}]",
                        "update a {\"_id\":1} {\"$inc\":{\"n\":5}}",
                        "update a {\"n\":{\"$gt\":100}} {\"$set\":{\"big\":true}} multi true",
                        "update a {\"_id\":9} {\"$set\":{\"n\":9}} upsert true",
                        "update a {\"_id\":2} {\"n\":20}",
                        "delete a {\"_id\":3} limit 1",
                        "findAndModify a {\"_id\":1} {\"$inc\":{\"n\":1}}"),
                texts());
        assertEquals(List.of(1L, 2L, 1L, 0L, 1L, 1L, 1L, 1L), rows());
        assertTrue(wire.statements().stream().allMatch(seen -> seen.fate() == Fate.DONE));
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void everyKindOfReadIsSeen() throws Exception {
        db.insert("a", "[{_id: 1, g: 'x'}, {_id: 2, g: 'x'}, {_id: 3, g: 'y'}]");
        driver(
                """
                const a = db.collection('a');
                await a.find({ g: 'x' }).sort({ _id: -1 }).toArray();
                await a.findOne({ _id: 7 });
                await a.aggregate([{ $group: { _id: '$g' } }]).toArray();
                await a.countDocuments({ g: 'x' });
                await a.distinct('g');
                """);
        assertEquals(
                List.of(
                        "find a {\"g\":\"x\"} sort {\"_id\":-1}",
                        "find a {\"_id\":7} limit 1",
                        "aggregate a [{\"$group\":{\"_id\":\"$g\"}}]",
                        "aggregate a [{\"$match\":{\"g\":\"x\"}},{\"$group\":{\"_id\":1,\"n\":{\"$sum\":1}}}]",
                        "distinct a {} key \"g\""),
                texts());
        assertEquals(List.of(2L, 0L, 2L, 1L, 2L), rows());
    }

    @Test
    void aCursorsBatchesAreStatementsEach() throws Exception {
        String printed =
                driver(
                        """
                        const a = db.collection('a');
                        await a.insertMany(Array.from({ length: 250 }, (_, i) => ({ i })));
                        console.log((await a.find({}, { batchSize: 100 }).toArray()).length);
                        """);
        assertEquals("250", printed);
        assertEquals(100L, matching("find a").getFirst().rows());
        assertEquals(
                List.of(100L, 50L),
                matching("getMore a").stream().map(SeenStatement::rows).toList());
    }

    @Test
    void aBulkIsOneStatementForEachKindOfWrite() throws Exception {
        driver(
                """
                await db.collection('a').bulkWrite([
                  { insertOne: { document: { _id: 1 } } },
                  { insertOne: { document: { _id: 2 } } },
                  { updateOne: { filter: { _id: 1 }, update: { $set: { n: 1 } } } },
                  { updateMany: { filter: {}, update: { $set: { m: 1 } } } },
                  { deleteOne: { filter: { _id: 2 } } },
                ]);
                """);
        assertEquals(
                List.of(
                        "insert a [{\"_id\":1},{\"_id\":2}]",
                        "update a {\"_id\":1} {\"$set\":{\"n\":1}},{} {\"$set\":{\"m\":1}} multi true",
                        "delete a {\"_id\":2} limit 1"),
                texts());
        assertEquals(List.of(2L, 3L, 1L), rows());
    }

    @Test
    void aRefusedStatementCarriesTheServersWords() throws Exception {
        String printed =
                driver(
                        """
                        const a = db.collection('a');
                        await a.insertOne({ _id: 1 });
                        await a.insertOne({ _id: 1 }).catch(e => console.log(e.code));
                        await db.command({ nonsense: 1 }).catch(e => console.log(e.code));
                        """);
        assertEquals("11000\n59", printed);
        var second = matching("insert a").getLast();
        assertEquals(Fate.FAILED, second.fate());
        assertTrue(
                second.error().contains("E11000") && second.error().contains("11000"),
                second.error());
        assertEquals(Fate.FAILED, matching("nonsense").getFirst().fate());
    }

    @Test
    void whatTheDriverAsksForItselfIsCountedOnDemandOnly() throws Exception {
        driver("await db.command({ ping: 1 });");
        assertEquals(List.of(), texts());
        db.countHousekeeping();
        driver("await db.command({ ping: 1 });");
        assertEquals(1, matching("ping").size());
        assertTrue(matching("hello").size() + matching("ismaster").size() > 0, texts().toString());
    }

    @Test
    void aStatementWithoutAnAnswerIsDone() throws Exception {
        driver(
                """
                await db.collection('a').insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
                await db.collection('a').findOne({ _id: 1 });
                """);
        var insert = matching("insert a").getFirst();
        assertEquals(Fate.DONE, insert.fate(), insert.toString());
    }

    @Test
    void asManyConnectionsAsThePoolMayHold() throws Exception {
        for (int size : new int[] {1, 4}) {
            wire.hold("insert a").untilAll(size);
            String printed =
                    driver(
                            """
                            const small = new MongoClient(process.env.MONGO_URL, { maxPoolSize: %d });
                            await Promise.all([1, 2, 3, 4].map(n => small.db().collection('a').insertOne({ n })));
                            console.log(await small.db().collection('a').countDocuments());
                            await small.db().collection('a').drop();
                            await small.close();
                            """
                                    .formatted(size));
            assertEquals("4", printed);
            List<SeenStatement> inserts = matching("insert a");
            assertEquals(
                    size,
                    inserts.subList(inserts.size() - 4, inserts.size()).stream()
                            .map(SeenStatement::connection)
                            .distinct()
                            .count(),
                    inserts.toString());
            wire.mend();
        }
    }

    @Test
    void aDocumentLongerThanIsLookedAtArrivesWhole() throws Exception {
        String printed =
                driver(
                        """
                        const a = db.collection('a');
                        await a.insertOne({ _id: 1, s: 'x'.repeat(3 << 20) });
                        console.log((await a.findOne({ _id: 1 })).s.length);
                        """);
        assertEquals(String.valueOf(3 << 20), printed);
        var insert = matching("insert a").getFirst();
        assertTrue(insert.text().length() < 11_000, "" + insert.text().length());
        assertEquals(1, insert.rows());
        assertEquals(Fate.DONE, matching("find a").getFirst().fate());
        assertTrue(matching("find a").getFirst().note().contains("longer"), "said so");
    }

    @Test
    void packedMessagesAreLeftOutOfUse() throws Exception {
        String printed =
                driver(
                        """
                        const packing = new MongoClient(process.env.MONGO_URL + '&compressors=zlib');
                        await packing.db().collection('a').insertOne({ _id: 1 });
                        console.log(await packing.db().collection('a').countDocuments());
                        await packing.close();
                        """);
        assertEquals("1", printed);
        assertEquals(1, matching("insert a").size());
    }
}
