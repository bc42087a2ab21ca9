package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.Hold;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Emulators know no sessions, so drivers do not try a write again; a read they always try once more.
class DisturbedWireTest extends WireTest {

    private static final String WITHDRAW =
            """
            async function withdraw(amount) {
              const { balance } = await db.collection('account').findOne({ _id: 1 });
              await db.collection('account').updateOne({ _id: 1 }, { $set: { balance: balance - amount } });
            }
            """;

    @BeforeEach
    void account() {
        db.insert("account", "{_id: 1, balance: 100}");
    }

    private List<Fate> fates(String pattern) {
        return matching(pattern).stream().map(SeenStatement::fate).toList();
    }

    @RepeatedTest(5)
    void aHoldMakesTwoWithdrawalsLoseAnUpdate() throws Exception {
        Hold hold = wire.hold("update account");
        hold.untilAll(2);
        driver(WITHDRAW + "await Promise.all([withdraw(30), withdraw(30)]);");
        assertEquals(70L, field("account", "{_id: 1}", "balance"), "both read 100");
        assertEquals(2, hold.arrived());
        assertTrue(matching("update account").stream().allMatch(seen -> seen.note().isEmpty()));
    }

    @RepeatedTest(3)
    void anUpdateThatReadsAndWritesAtOnceLosesNothing() throws Exception {
        wire.hold("update account").untilAll(2);
        driver(
                """
                const take = () => db.collection('account').updateOne({ _id: 1, balance: { $gte: 60 } }, { $inc: { balance: -60 } });
                await Promise.all([take(), take()]);
                """);
        assertEquals(40L, field("account", "{_id: 1}", "balance"));
        assertEquals(
                List.of(0L, 1L),
                matching("update account").stream().map(SeenStatement::rows).sorted().toList());
    }

    @RepeatedTest(3)
    void aUniqueIndexLetsOneOfTwoThatCheckedFirstThrough() throws Exception {
        db.run("{createIndexes: 'user', indexes: [{key: {mail: 1}, name: 'mail', unique: true}]}");
        wire.hold("insert user").untilAll(2);
        String printed =
                driver(
                        """
                        async function signUp() {
                          if (await db.collection('user').findOne({ mail: 'a@b' })) return 'taken';
                          try { await db.collection('user').insertOne({ mail: 'a@b' }); return 'in'; }
                          catch (e) { return e.code; }
                        }
                        console.log((await Promise.all([signUp(), signUp()])).sort().join());
                        """);
        assertEquals("11000,in", printed);
        assertEquals(1, db.find("user", "{}").size());
    }

    @Test
    void aHoldLetsGoEarlyWhereAMutexLetsOneThrough() throws Exception {
        wire.hold("update account").untilAll(2);
        driver(WITHDRAW + "await withdraw(30); await withdraw(30);");
        assertEquals(40L, field("account", "{_id: 1}", "balance"));
        assertTrue(matching("update account").getFirst().note().contains("1 of 2 had come"));
    }

    @RepeatedTest(3)
    void aWriteCutBeforeTheServerIsNotDoneAndNotTriedAgain() throws Exception {
        wire.cutBefore("update account");
        String printed =
                driver(
                        WITHDRAW
                                + """
                                await withdraw(30).catch(e => console.log(e.name));
                                await withdraw(7);
                                """);
        assertEquals("MongoNetworkError", printed);
        assertEquals(93L, field("account", "{_id: 1}", "balance"));
        assertEquals(List.of(Fate.CUT_BEFORE, Fate.DONE), fates("update account"));
    }

    @RepeatedTest(3)
    void aWriteCutAfterTheServerIsDoneAndItsAnswerLost() throws Exception {
        wire.cutAfter("update account");
        String printed = driver(WITHDRAW + "await withdraw(30).catch(e => console.log(e.name));");
        assertEquals("MongoNetworkError", printed);
        assertEquals(70L, field("account", "{_id: 1}", "balance"));
        assertEquals(List.of(Fate.CUT_AFTER), fates("update account"));
    }

    @RepeatedTest(3)
    void aReadCutOnceIsTriedAgainByTheDriver() throws Exception {
        wire.cutBefore("find account");
        String printed =
                driver(
                        "console.log((await db.collection('account').findOne({ _id: 1 })).balance);");
        assertEquals("100", printed);
        assertEquals(List.of(Fate.CUT_BEFORE, Fate.DONE), fates("find account"));
    }

    @RepeatedTest(3)
    void aReadCutTwiceFails() throws Exception {
        wire.cutBefore("find account");
        wire.cutBefore("find account", 2);
        String printed =
                driver(
                        "await db.collection('account').findOne({ _id: 1 }).catch(e => console.log(e.name));");
        assertEquals("MongoNetworkError", printed);
        assertEquals(List.of(Fate.CUT_BEFORE, Fate.CUT_BEFORE), fates("find account"));
    }

    @Test
    void theNthStatementIsCut() throws Exception {
        wire.cutBefore("insert log", 3);
        String printed =
                driver(
                        """
                        for (let i = 1; i <= 4; i++)
                          await db.collection('log').insertOne({ _id: i }).catch(() => console.log('lost ' + i));
                        """);
        assertEquals("lost 3", printed);
        assertEquals(3, db.find("log", "{}").size());
    }

    @Test
    void refusedUntilMended() throws Exception {
        wire.refuse();
        String printed =
                driver(
                        """
                        const hasty = new MongoClient(process.env.MONGO_URL, { serverSelectionTimeoutMS: 300 });
                        await hasty.db().collection('account').findOne().catch(e => console.log(e.name));
                        await hasty.close();
                        """);
        assertEquals("MongoServerSelectionError", printed);
        wire.mend();
        assertEquals("1", driver("console.log(await db.collection('account').countDocuments())"));
        assertEquals(1, wire.statements().size());
    }
}
