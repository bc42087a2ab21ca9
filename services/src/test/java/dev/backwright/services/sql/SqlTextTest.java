package dev.backwright.services.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void textsAreSplitWhereStatementsEnd() {
        assertEquals(List.of("a", "b"), SqlText.split(" a ;; b; -- c;\n"));
        assertEquals(
                List.of("select ';', \"a;b\", $x$;$$;$x$, e'\\';'"),
                SqlText.split("select ';', \"a;b\", $x$;$$;$x$, e'\\';'"));
        assertEquals(
                List.of("/* a; /* b; */ ; */ select 1", "select a$1;b$".substring(0, 10)),
                SqlText.split("/* a; /* b; */ ; */ select 1; select a$1"));
        assertEquals(List.of("select 'open; end"), SqlText.split("select 'open; end"));
        assertEquals(List.of(), SqlText.split("  -- nothing\n ; /* at all */"));
    }

    @Test
    void passwordsAreMasked() {
        assertEquals(
                "alter role a password '***' login",
                SqlText.shown("alter role a password 'it''s' login"));
        assertEquals(
                "update u set password = '***' where id = 1",
                SqlText.shown("update u set password = 'x' where id = 1"));
        assertEquals(
                "create role a PASSWORD '***'", SqlText.shown("create role a PASSWORD $q$x'y$q$"));
    }

    @Test
    void transactionsAreToldFromTheirWords() {
        assertTrue(SqlText.begins("/* x */ START  TRANSACTION isolation level serializable"));
        assertTrue(SqlText.begins("begin;"));
        assertFalse(SqlText.begins("beginning"));
        assertTrue(SqlText.ends("ROLLBACK"));
        assertTrue(SqlText.ends("end"));
        assertFalse(SqlText.ends("rollback to savepoint a"));
        assertFalse(SqlText.ends("commit prepared 'a'"));
        assertTrue(SqlText.chains("commit and chain"));
        assertFalse(SqlText.chains("commit and no chain"));
    }
}
