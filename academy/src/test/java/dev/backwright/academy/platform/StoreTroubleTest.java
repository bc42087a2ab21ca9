package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileSystemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a real PostgreSQL says when it is full or away, through the layers that wrap it.
final class StoreTroubleTest {

    private static final Places.Login LOGIN = TestDatabases.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do $$ begin raise exception 'no room' using errcode = 'disk_full'; end $$ | FULL",
                "select pg_terminate_backend(pg_backend_pid()) | AWAY",
                "select 1 / 0 |",
                "selekt 1 |"
            })
    void isKnownByItsState(String statement, StoreTrouble trouble) {
        var db = JdbcClient.create(source(LOGIN.url()));
        var thrown =
                assertThrows(RuntimeException.class, () -> db.sql(statement).query().listOfRows());
        assertEquals(Optional.ofNullable(trouble), StoreTrouble.of(thrown));
    }

    @Test
    void aServerThatIsNotThereIsAway() {
        var db = JdbcClient.create(source("jdbc:postgresql://127.0.0.1:1/nobody"));
        var thrown =
                assertThrows(RuntimeException.class, () -> db.sql("select 1").query().listOfRows());
        assertEquals(Optional.of(StoreTrouble.AWAY), StoreTrouble.of(thrown));
    }

    @Test
    void aFileThatFindsNoRoomIsFull() {
        var thrown = new FileSystemException("a", null, "No space left on device");
        assertEquals(
                Optional.of(StoreTrouble.FULL),
                StoreTrouble.of(new IllegalStateException("cannot write", thrown)));
    }

    private static DriverManagerDataSource source(String url) {
        return new DriverManagerDataSource(url, LOGIN.user(), LOGIN.password());
    }
}
