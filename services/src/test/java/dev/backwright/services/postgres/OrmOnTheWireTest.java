package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrmOnTheWireTest extends WireTest {

    @TempDir Path folder;

    private static final String SEQUELIZE =
            """
            const { Sequelize, DataTypes } = require('sequelize');
            const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: false });
            const Account = sequelize.define('Account', { balance: DataTypes.INTEGER }, { tableName: 'account', timestamps: false });
            """;

    private static final String TYPEORM =
            """
            const { DataSource, EntitySchema } = require('typeorm');
            const Account = new EntitySchema({ name: 'Account', tableName: 'account',
              columns: { id: { type: 'int', primary: true }, balance: { type: 'int' } } });
            const source = await new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Account] }).initialize();
            """;

    private String node(String program) throws Exception {
        return Node.run(
                folder,
                "DATABASE_URL",
                listener.url(),
                "(async () => {\n"
                        + program
                        + "\n})().catch(e => { console.log('FAILED ' + e.stack); process.exit(1) });");
    }

    /// Without what Sequelize sets on each new connection: several statements in one text, which PostgreSQL makes a transaction of.
    private List<SeenStatement> inTransaction() {
        return wire.statements().stream()
                .filter(seen -> seen.transaction() > 0 && !seen.matches("^set "))
                .toList();
    }

    private void assertOneTransaction() {
        List<SeenStatement> inside = inTransaction();
        assertEquals(1, inside.stream().map(SeenStatement::transaction).distinct().count());
        assertTrue(inside.getFirst().matches("start transaction"), inside.toString());
        assertTrue(inside.getLast().matches("commit"), inside.toString());
    }

    @Test
    void sequelizesTransactionIsOne() throws Exception {
        String printed =
                node(
                        SEQUELIZE
                                + """
                                await sequelize.transaction(async transaction => {
                                  const from = await Account.findByPk(1, { transaction, lock: true });
                                  await from.decrement('balance', { by: 30, transaction });
                                  await Account.increment({ balance: 30 }, { where: { id: 2 }, transaction });
                                });
                                console.log(await Account.sum('balance'));
                                await sequelize.close();
                                """);
        assertEquals("100", printed);
        assertEquals(30L, balance(2));
        assertOneTransaction();
        assertEquals(2, matching("update \"account\"").size());
        assertEquals(1, matching("for update").size());
        assertTrue(matching("^set ").size() > 1, "sequelize prepares its connection");
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void sequelizesParametersAreSeen() throws Exception {
        node(
                SEQUELIZE
                        + """
                        await Account.create({ id: 3, balance: 7 });
                        await Account.update({ balance: 8 }, { where: { id: 3 } });
                        await sequelize.close();
                        """);
        assertEquals(8L, balance(3));
        assertEquals(List.of("3", "7"), matching("insert into").getFirst().parameters());
        assertEquals(List.of("8", "3"), matching("update \"account\"").getFirst().parameters());
        assertEquals(1, matching("update \"account\"").getFirst().rows());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void sequelizeIsToldOfALostCommit() throws Exception {
        wire.cutBefore("commit");
        String printed =
                node(
                        SEQUELIZE
                                + """
                                await sequelize.transaction(transaction => Account.update({ balance: 1 }, { where: {}, transaction }))
                                  .catch(e => console.log('lost'));
                                await sequelize.close();
                                """);
        assertTrue(printed.endsWith("lost"), printed);
        assertEquals(100L, balance(1));
        assertEquals(Fate.CUT_BEFORE, matching("commit").getFirst().fate());
    }

    @Test
    void sequelizeMakesItsTables() throws Exception {
        String printed =
                node(
                        SEQUELIZE
                                + """
                                const Book = sequelize.define('Book', { title: { type: DataTypes.STRING, unique: true }, price: DataTypes.DECIMAL(10, 2),
                                  meta: DataTypes.JSONB, at: DataTypes.DATE, kind: DataTypes.ENUM('a', 'b') });
                                await sequelize.sync();
                                await Book.bulkCreate([{ title: "it's; \\"one\\" $1", price: '1.50', meta: { a: [1] }, at: new Date(0) }, { title: 'two' }]);
                                const twice = await Book.create({ title: 'two' }).catch(e => e.name);
                                console.log(await Book.count(), twice);
                                await sequelize.close();
                                """);
        assertEquals("2 SequelizeUniqueConstraintError", printed);
        assertEquals(2L, db.query("select count(*) from \"Books\"").cell());
        assertTrue(matching("insert into \"books\"").getLast().error().contains("23505"));
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void typeormsTransactionIsOne() throws Exception {
        String printed =
                node(
                        TYPEORM
                                + """
                                await source.transaction(async manager => {
                                  const [from] = await manager.find('Account', { where: { id: 1 } });
                                  await manager.save('Account', { ...from, balance: from.balance - 30 });
                                  await manager.increment('Account', { id: 2 }, 'balance', 30);
                                });
                                console.log(await source.getRepository('Account').sum('balance'));
                                await source.destroy();
                                """);
        assertEquals("100", printed);
        assertEquals(70L, balance(1));
        assertOneTransaction();
        assertEquals(2, matching("update \"account\"").size());
        assertEquals(List.of("70", "1"), matching("update \"account\"").getFirst().parameters());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void typeormsTransactionThatFailsIsTakenBack() throws Exception {
        String printed =
                node(
                        TYPEORM
                                + """
                                await source.transaction(async manager => {
                                  await manager.update('Account', { id: 1 }, { balance: 1 });
                                  await manager.insert('Account', { id: 2, balance: 1 });
                                }).catch(e => console.log(e.code));
                                await source.destroy();
                                """);
        assertEquals("23505", printed);
        assertEquals(100L, balance(1));
        assertTrue(inTransaction().getLast().matches("rollback"), inTransaction().toString());
        assertEquals(Fate.FAILED, matching("insert into").getFirst().fate());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void aHoldMakesTwoOfTypeormsTransfersLoseAnUpdate() throws Exception {
        wire.hold("update account").untilAll(2);
        node(
                TYPEORM
                        + """
                        const transfer = () => source.transaction(async manager => {
                          const [from] = await manager.find('Account', { where: { id: 1 } });
                          await manager.query('UPDATE account SET balance = $1 WHERE id = 1', [from.balance - 30]);
                        });
                        await Promise.all([transfer(), transfer()]);
                        await source.destroy();
                        """);
        assertEquals(70L, balance(1), "both had read 100 before either wrote");
    }
}
