package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void aQueryReadsAsItsCollectionAndItsFilter() throws Exception {
        assertEquals(
                "find articles {\"slug\":\"x\"} sort {\"n\":-1} limit 1",
                Bytes.text(
                        "{find: 'articles', filter: {slug: 'x'}, sort: {n: -1}, limit: 1, singleBatch: true,"
                                + " lsid: {id: {$uuid: '3b241101-e2bb-4255-8caf-4136c566a962'}}, $db: 'lab'}"));
        assertEquals(
                "aggregate a [{\"$match\":{\"n\":{\"$gt\":1}}},{\"$count\":\"c\"}]",
                Bytes.text(
                        "{aggregate: 'a', pipeline: [{$match: {n: {$gt: 1}}}, {$count: 'c'}], cursor: {}, $db: 'lab'}"));
        assertEquals("distinct a {} key \"n\"", Bytes.text("{distinct: 'a', key: 'n', query: {}}"));
        assertEquals(
                "getMore a batchSize 50",
                Bytes.text("{getMore: {$numberLong: '77'}, collection: 'a', batchSize: 50}"));
    }

    @Test
    void writesReadAsWhatTheyDo() throws Exception {
        assertEquals(
                "insert a [{\"_id\":1},{\"_id\":2}]",
                Bytes.text("{insert: 'a', documents: [{_id: 1}, {_id: 2}], ordered: true}"));
        assertEquals(
                "update a {\"_id\":1} {\"$inc\":{\"n\":1}} upsert true,{} {\"$set\":{\"k\":2}} multi true",
                Bytes.text(
                        "{update: 'a', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}, upsert: true},"
                                + " {q: {}, u: {$set: {k: 2}}, multi: true, upsert: false}]}"));
        assertEquals(
                "delete a {\"_id\":1} limit 1,{}",
                Bytes.text("{delete: 'a', deletes: [{q: {_id: 1}, limit: 1}, {q: {}, limit: 0}]}"));
        assertEquals(
                "findAndModify a {\"_id\":1} {\"$inc\":{\"n\":1}} new true",
                Bytes.text(
                        "{findAndModify: 'a', query: {_id: 1}, update: {$inc: {n: 1}}, new: true, remove: false}"));
    }

    @Test
    void documentsThatFollowInASectionOfTheirOwnReadTheSame() throws Exception {
        assertEquals(
                "insert a [{\"_id\":1},{\"_id\":2}] ordered false",
                Bytes.text(
                        Bytes.message(
                                1,
                                0,
                                0,
                                Bytes.body("{insert: 'a', ordered: false, $db: 'lab'}"),
                                Bytes.sequence("documents", "{_id: 1}", "{_id: 2}"))));
        assertEquals(
                "update a {\"_id\":1} {\"$set\":{\"n\":2}}",
                Bytes.text(
                        Bytes.message(
                                1,
                                0,
                                0,
                                Bytes.sequence("updates", "{q: {_id: 1}, u: {$set: {n: 2}}}"),
                                Bytes.body("{update: 'a', $db: 'lab'}"))));
    }

    @Test
    void aTransactionsBeginIsSaidAndItsEndIsAStatement() throws Exception {
        String session =
                "lsid: {id: {$uuid: '3b241101-e2bb-4255-8caf-4136c566a962'}}, txnNumber: {$numberLong: '4'}, autocommit: false";
        assertEquals(
                "insert a [{\"_id\":1}] startTransaction",
                Bytes.text(
                        "{insert: 'a', documents: [{_id: 1}], startTransaction: true, "
                                + session
                                + "}"));
        assertEquals("commitTransaction", Bytes.text("{commitTransaction: 1, " + session + "}"));
        var command =
                MongoCommand.of(
                        Envelope.of(new Message(Bytes.ask(1, "{find: 'a', " + session + "}"), 0)));
        assertEquals(4, command.transaction());
        assertEquals(
                -1,
                MongoCommand.of(
                                Envelope.of(
                                        new Message(
                                                Bytes.ask(
                                                        1,
                                                        "{insert: 'a', txnNumber: {$numberLong: '4'}}"),
                                                0)))
                        .transaction(),
                "a number without a transaction is for a second try only");
    }

    @Test
    void everyTypeHasAText() throws Exception {
        assertEquals(
                "find a {\"o\":{\"$oid\":\"65f000000000000000000001\"},"
                        + "\"d\":{\"$date\":\"2026-03-01T10:00:00Z\"},\"l\":5000000000,\"f\":1.5,\"w\":2,"
                        + "\"m\":{\"$numberDecimal\":\"1.10\"},\"r\":{\"$regex\":\"^a\",\"$options\":\"i\"},"
                        + "\"b\":true,\"n\":null,\"t\":{\"$timestamp\":{\"t\":1,\"i\":2}},\"s\":\"a\\\"b\\nc\","
                        + "\"x\":{\"$binary\":\"00ff\"},\"i\":{\"$numberDouble\":\"NaN\"},\"c\":{\"$code\":\"f\"},"
                        + "\"lo\":{\"$minKey\":1},\"hi\":{\"$maxKey\":1},\"u\":{\"$undefined\":true},\"e\":{},\"k\":[]}",
                Bytes.text(
                        "{find: 'a', filter: {o: {$oid: '65f000000000000000000001'},"
                                + " d: {$date: '2026-03-01T10:00:00Z'}, l: {$numberLong: '5000000000'}, f: 1.5, w: 2.0,"
                                + " m: {$numberDecimal: '1.10'}, r: {$regularExpression: {pattern: '^a', options: 'i'}},"
                                + " b: true, n: null, t: {$timestamp: {t: 1, i: 2}}, s: 'a\"b\\nc',"
                                + " x: {$binary: {base64: 'AP8=', subType: '00'}}, i: {$numberDouble: 'NaN'},"
                                + " c: {$code: 'f', $scope: {}}, lo: {$minKey: 1}, hi: {$maxKey: 1},"
                                + " u: {$undefined: true}, e: {}, k: []}}"));
    }

    @Test
    void whatIsLongIsCutAndPasswordsAreMasked() throws Exception {
        String text = Bytes.text("{insert: 'a', documents: [{s: '" + "x".repeat(30_000) + "'}]}");
        assertTrue(text.length() < 10_100, "" + text.length());
        assertTrue(text.endsWith("…") || text.contains("…\""), text.substring(9_900));
        assertEquals(
                "createUser u pwd \"***\" roles []",
                Bytes.text("{createUser: 'u', pwd: 'secret', roles: []}"));
    }

    @Test
    void packedMessagesAreReadWhereJavaCanUnpackThem() throws Exception {
        byte[] plain = Bytes.ask(1, "{find: 'a', filter: {n: 1}}");
        assertEquals("find a {\"n\":1}", Bytes.text(Bytes.packed(plain, 2)));
        var snappy = assertThrows(NotUnderstood.class, () -> Bytes.text(Bytes.packed(plain, 1)));
        assertEquals("a message packed with snappy", snappy.getMessage());
    }

    @Test
    void aChecksumIsNoSection() throws Exception {
        assertEquals(
                "find a {}",
                Bytes.text(
                        Bytes.message(
                                1,
                                0,
                                1,
                                Bytes.body("{find: 'a', filter: {}}"),
                                new byte[] {1, 2, 3, 4})));
    }

    @Test
    void whatDriversAskForThemselvesIsTold() throws Exception {
        assertTrue(housekeeping(Bytes.legacyHello(1)));
        assertTrue(housekeeping(Bytes.ask(1, "{hello: 1, $db: 'admin'}")));
        assertTrue(housekeeping(Bytes.ask(1, "{endSessions: [], $db: 'admin'}")));
        assertFalse(housekeeping(Bytes.ask(1, "{createIndexes: 'a', indexes: []}")));
    }

    private static boolean housekeeping(byte[] message) throws NotUnderstood {
        return CommandText.isHousekeeping(MongoCommand.of(Envelope.of(new Message(message, 0))));
    }

    @Test
    void ofALongMessageTheBeginningIsRead() throws Exception {
        byte[] all =
                Bytes.message(
                        1,
                        0,
                        0,
                        Bytes.body("{insert: 'a', $db: 'lab'}"),
                        Bytes.sequence("documents", "{_id: 1}", "{s: '" + "x".repeat(5000) + "'}"));
        byte[] seen = java.util.Arrays.copyOf(all, all.length - 4000);
        var message = new Message(seen, 4000);
        String text = CommandText.of(MongoCommand.of(Envelope.of(message)));
        assertTrue(text.startsWith("insert a"), text);
    }
}
