package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static List<String> split(String sql) {
        return Statement.in(sql).stream().map(Statement::text).toList();
    }

    @Test
    void textsAreSplitWhereStatementsEnd() {
        assertEquals(List.of("a", "b"), split(" a ;; b; -- c;\n; # d;"));
        assertEquals(
                List.of("select ';', \";\\\";\", `;`, 'it''s;', '\\';'", "select 1--2"),
                split("select ';', \";\\\";\", `;`, 'it''s;', '\\';'; select 1--2"));
        assertEquals(List.of("/*! a; */ select 1"), split("/*! a; */ select 1"));
        assertEquals(List.of("select 'open; end"), split("select 'open; end"));
        assertEquals(List.of(), split("  -- nothing\n ; /* at all */ # none"));
    }

    @Test
    void aBodyIsNotSplit() {
        String body =
                "create trigger t before insert on a for each row begin set new.a = 1; set new.b = 2; end";
        assertEquals(List.of(body), split(body));
        assertEquals(
                List.of(
                        "create trigger t before insert on a for each row set new.a = 1",
                        "select 1"),
                split("create trigger t before insert on a for each row set new.a = 1; select 1"));
        assertEquals(
                List.of("create table event (a int)", "begin"),
                split("create table event (a int); begin"));
        assertEquals(1, split("create definer = `a`@`b` procedure p() begin select 1; end").size());
    }

    @Test
    void transactionsAreToldFromTheirWords() {
        assertTrue(Statement.of("/* x */ START  TRANSACTION read only").begins());
        assertTrue(Statement.of("begin work;").begins());
        assertFalse(Statement.of("begin not atomic select 1; end").begins());
        assertTrue(Statement.of("ROLLBACK").ends());
        assertFalse(Statement.of("rollback to savepoint a").ends());
        assertTrue(Statement.of("commit work and chain").chains());
        assertFalse(Statement.of("commit and no chain").chains());
        assertTrue(Statement.of("# x\ntruncate table a").commits());
        assertFalse(Statement.of("create temporary table a (b int)").commits());
        assertFalse(Statement.of("created").commits());
    }

    @Test
    void secretsAreMasked() {
        assertEquals(
                "create user a identified by '***' require none",
                Statement.of("create user a identified by 'it''s' require none").shown());
        assertEquals(
                "alter user a identified with caching_sha2_password by '***'",
                Statement.of("alter user a identified with caching_sha2_password by \"x\\\"y\"")
                        .shown());
        assertEquals(
                "update u set password = '***' where id = 1",
                Statement.of("update u set password = 'x' where id = 1").shown());
    }
}
