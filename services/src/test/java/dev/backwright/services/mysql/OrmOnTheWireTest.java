package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            const sequelize = new Sequelize(process.env.MYSQL_URL, { logging: false });
            const Account = sequelize.define('Account', { balance: DataTypes.INTEGER }, { tableName: 'account', timestamps: false });
            """;

    private static final String TYPEORM =
            """
            const { DataSource, EntitySchema } = require('typeorm');
            const Account = new EntitySchema({ name: 'Account', tableName: 'account',
              columns: { id: { type: 'int', primary: true }, balance: { type: 'int' } } });
            const source = await new DataSource({ type: 'mysql', url: process.env.MYSQL_URL, entities: [Account] }).initialize();
            """;

    private List<SeenStatement> inTransaction() {
        return wire.statements().stream().filter(seen -> seen.transaction() > 0).toList();
    }

    @Test
    void sequelizesTransactionIsOne() throws Exception {
        String printed =
                node(
                        folder,
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
        List<SeenStatement> inside = inTransaction();
        assertEquals(1, inside.stream().map(SeenStatement::transaction).distinct().count());
        assertTrue(inside.getFirst().matches("start transaction"), inside.toString());
        assertTrue(inside.getLast().matches("commit"), inside.toString());
        assertEquals(2, matching("update `account`").size());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void sequelizeIsToldOfALostCommit() throws Exception {
        wire.cutBefore("commit");
        String printed =
                node(
                        folder,
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
                        folder,
                        SEQUELIZE
                                + """
                                const Book = sequelize.define('Book', { title: { type: DataTypes.STRING, unique: true }, price: DataTypes.DECIMAL(10, 2),
                                  meta: DataTypes.JSON, at: DataTypes.DATE });
                                await sequelize.sync();
                                await Book.bulkCreate([{ title: "it's; \\"one\\"", price: '1.50', meta: { a: [1] }, at: new Date(0) }, { title: 'two' }]);
                                const twice = await Book.create({ title: 'two' }).catch(e => e.name);
                                console.log(await Book.count(), twice);
                                await sequelize.close();
                                """);
        assertEquals("2 SequelizeUniqueConstraintError", printed);
        assertEquals(2L, db.query("select count(*) from Books").cell());
        assertTrue(matching("insert into `books`").getLast().error().contains("1062"));
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void typeormsTransactionIsOne() throws Exception {
        String printed =
                node(
                        folder,
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
        assertEquals(
                1, inTransaction().stream().map(SeenStatement::transaction).distinct().count());
        assertEquals(2, matching("update `account`").size());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void aHoldMakesTwoOfTypeormsTransfersLoseAnUpdate() throws Exception {
        wire.hold("update `account`").untilAll(2);
        node(
                folder,
                TYPEORM
                        + """
                        const transfer = () => source.transaction(async manager => {
                          const [from] = await manager.find('Account', { where: { id: 1 } });
                          await manager.query('UPDATE `account` SET balance = ? WHERE id = 1', [from.balance - 30]);
                        });
                        await Promise.all([transfer(), transfer()]);
                        await source.destroy();
                        """);
        assertEquals(70L, balance(1), "both had read 100 before either wrote");
    }
}
