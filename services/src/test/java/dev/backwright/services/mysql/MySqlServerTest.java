package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Machine;
import dev.backwright.services.ServiceException;
import dev.backwright.services.ServiceMissing;
import dev.backwright.services.server.LabFolders;
import dev.backwright.services.server.Ports;
import dev.backwright.services.sql.Session;
import dev.backwright.services.sql.StatementException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlServerTest {

    private MySqlServer server;
    private Path area;

    @BeforeAll
    void start(@TempDir Path folder) {
        area = folder;
        server = Given.server(folder);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        assertEquals(0, Machine.entries(area), "nothing is left behind");
        assertEquals(0, serversOver(area).count());
    }

    private static Stream<ProcessHandle> serversOver(Path folder) {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().commandLine().orElse("").contains(folder.toString()));
    }

    @Test
    void eachDatabaseBeginsAsTheLabSays() {
        try (var one = server.create(Given.ACCOUNTS);
                var two = server.create(Given.ACCOUNTS)) {
            one.run("update account set balance = 7");
            one.run("create table more (id int); insert into more values (1), (2)");
            assertEquals(100L, two.query("select balance from account where id = 1").cell());
            assertEquals(2L, one.query("select count(*) from more").cell());
        }
    }

    @Test
    void routinesAndForeignKeysOfTheLabAreThere() {
        String data =
                """
                create table parent (id int primary key auto_increment, name varchar(20));
                create table child (id int primary key, parent int not null references parent (id));
                create trigger shout before insert on parent for each row
                begin
                  set new.name = upper(new.name);
                  set new.name = concat(new.name, '!');
                end;
                insert into parent (name) values ('ada');
                """;
        try (var db = server.create(data)) {
            assertEquals("ADA!", db.query("select name from parent").cell());
            var refused =
                    assertThrows(
                            StatementException.class,
                            () -> db.run("insert into child values (1, 99)"));
            assertEquals(1452, refused.code());
        }
    }

    @Test
    void aDataSqlThatDoesNotRunIsSaid() {
        var refused =
                assertThrows(
                        ServiceException.class,
                        () -> server.create("create table a (id int); create tabel b (id int)"));
        assertTrue(String.valueOf(refused.getMessage()).contains("data.sql"), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("tabel"), refused.getMessage());
    }

    @Test
    void nobodySeesTheOthers() {
        try (var mine = server.create(Given.ACCOUNTS);
                var other = server.create("create table secret (id int)");
                Session ours = mine.login().open();
                Session theirs = other.login().open()) {
            theirs.run("select 1");
            String name = other.login().database();
            assertEquals(
                    List.of(List.of("information_schema"), List.of(mine.login().database())),
                    ours.query("show databases", List.of()).rows());
            for (String list :
                    List.of(
                            "information_schema.tables where table_name = 'secret'",
                            "information_schema.schemata where schema_name like 'lab%' and schema_name <> database()",
                            "information_schema.processlist where user <> substring_index(user(), '@', 1)",
                            "information_schema.user_privileges where grantee not like concat('%', database(), '%')")) {
                assertEquals(
                        0L, ours.query("select count(*) from " + list, List.of()).cell(), list);
            }
            for (String attempt :
                    List.of(
                            "use " + name,
                            "select * from " + name + ".secret",
                            "create database " + name.replaceFirst("x", "y"),
                            "create user somebody",
                            "drop database " + name,
                            "select * from mysql.global_priv",
                            "select * from sys.processlist",
                            "select * from information_schema.innodb_trx",
                            "show engine innodb status",
                            "set global max_connections = 1",
                            "shutdown")) {
                assertThrows(StatementException.class, () -> ours.run(attempt), attempt);
            }
            ours.run("kill user '" + other.login().user() + "'");
            assertTrue(theirs.usable());
        }
    }

    @Test
    void nothingOfTheMachineIsReached(@TempDir Path elsewhere) throws Exception {
        try (var db = server.create("create table t (a text)")) {
            assertThrows(
                    StatementException.class,
                    () -> db.run("load data infile '/etc/passwd' into table t"));
            assertThrows(
                    StatementException.class,
                    () -> db.run("select 1 into outfile '" + elsewhere.resolve("x") + "'"));
            assertEquals(
                    Arrays.asList((Object) null),
                    db.query("select load_file('/etc/passwd')").rows().getFirst());
            db.run("create table far (a int) data directory = '/tmp'");
            assertFalse(
                    Path.of("/tmp", db.login().database()).toFile().exists(),
                    "a table outside of the server's folder");
        }
    }

    @Test
    void whatIsDroppedIsGoneWhoeverIsConnected() {
        var db = server.create(Given.ACCOUNTS);
        var login = db.login();
        try (Session busy = login.open()) {
            busy.run("begin");
            busy.run("update account set balance = 1");
            db.close();
            assertFalse(busy.usable());
            assertThrows(ServiceException.class, () -> login.open().close());
        }
    }

    @Test
    void aServerThatDiedIsStartedAgain() throws Exception {
        server.create(Given.ACCOUNTS).close();
        Machine.kill(serversOver(area).findFirst().orElseThrow().pid());
        try (var again = server.create(Given.ACCOUNTS)) {
            assertEquals(100L, again.query("select balance from account where id = 1").cell());
        }
        assertEquals(1, Machine.entries(area), "the dead one's folder is gone");
    }

    @Test
    void aTakenPortIsPassedBy(@TempDir Path folder) throws Exception {
        var programs = MariaDbPrograms.find();
        var asked = new AtomicInteger();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var own =
                        MariaDb.start(
                                programs,
                                new MariaDbFolder(new LabFolders(folder, "mysql").next()),
                                MySqlServer.template(programs, Given.RUNTIME),
                                () ->
                                        asked.getAndIncrement() == 0
                                                ? taken.getLocalPort()
                                                : Ports.free())) {
            assertTrue(own.alive());
            assertEquals(2, asked.get());
        }
    }

    @Test
    void aNamedServerThatCannotBeReachedIsRefused() {
        assertThrows(
                ServiceException.class,
                () -> MySqlServer.external(MySqlLogin.of("mysql://admin:wrong@127.0.0.1:9/")));
    }

    @Test
    void cellsKeepTheirTypes() {
        String row =
                """
                select 1, 18446744073709551615, 1.50, 0.5e0, 'é', null, date '2026-02-01', timestamp '2026-02-01 10:00:00',
                  time '10:20:30', time '99:00:00', true, b, x'00ff', json_object('a', 1), cast('2026-02-01 10:00:00.25' as datetime(3)) from bits
                """;
        try (var db =
                server.create("create table bits (b bit(3)); insert into bits values (b'101')")) {
            assertEquals(
                    Arrays.asList(
                            1L,
                            new BigDecimal("18446744073709551615"),
                            new BigDecimal("1.50"),
                            0.5,
                            "é",
                            null,
                            LocalDate.of(2026, 2, 1),
                            LocalDateTime.of(2026, 2, 1, 10, 0),
                            LocalTime.of(10, 20, 30),
                            "99:00:00",
                            1L,
                            5L,
                            "0x00ff",
                            "{\"a\": 1}",
                            LocalDateTime.of(2026, 2, 1, 10, 0, 0, 250_000_000)),
                    db.query(row).rows().getFirst());
        }
    }

    @Test
    void parametersGoInAsTheyAre() {
        try (var db =
                server.create("create table t (a int, b varchar(9), c datetime, d tinyint(1))")) {
            db.run(
                    "insert into t values (?, ?, ?, ?)",
                    1,
                    null,
                    LocalDateTime.of(2026, 1, 2, 3, 4),
                    true);
            db.insert("t", List.of("a", "c"), List.of(Arrays.asList("2", null)));
            assertEquals(
                    List.of(
                            Arrays.asList(1L, null, LocalDateTime.of(2026, 1, 2, 3, 4), 1L),
                            Arrays.asList(2L, null, null, null)),
                    db.query("select * from t order by a").rows());
        }
    }

    @Test
    void aMachineWithoutOneSaysWhatToDo() {
        var missing =
                assertThrows(ServiceMissing.class, () -> MariaDbPrograms.in(Stream.of("/nowhere")));
        assertTrue(
                String.valueOf(missing.getMessage()).contains("apt install mariadb-server"),
                missing.getMessage());
        assertThrows(
                ServiceException.class, () -> MariaDbPrograms.at(Path.of("/nowhere/mariadbd")));
    }

    @Test
    void addressesAreRead() {
        var login = MySqlLogin.of("mysql://lab:p%40ss@db.example:3307/shop");
        assertEquals(new MySqlLogin("db.example", 3307, "shop", "lab", "p@ss"), login);
        assertEquals(3306, MySqlLogin.of("mariadb://root:x@localhost").port());
        assertThrows(IllegalArgumentException.class, () -> MySqlLogin.of("postgres://a:b@c/d"));
        assertFalse(login.toString().contains("p@ss"));
    }
}
