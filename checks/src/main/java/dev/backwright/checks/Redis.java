package dev.backwright.checks;

/// The submission's own Redis: a server for each check, empty, with a password, keeping nothing.
/// Its address is in `REDIS_URL`. The judge's commands go past the wire and are never counted or disturbed.
///
/// ```java
/// redis.given("article:1", "{\"title\":\"a\"}");
/// app.get("/articles/1").status(200);
/// redis.wire().statements().matching("^get article:1").count().is(1);
/// redis.ttl("article:1").isAtMost(60);
/// ```
///
/// On the wire a statement's text is the command as people write it: `SET article:1 'two words' EX 60`. The commands between
/// MULTI and EXEC are one transaction. What drivers say first to introduce themselves (HELLO, AUTH, CLIENT, INFO, SELECT) is no statement.
/// Commands that change or stop the server (CONFIG, DEBUG, MODULE, SAVE, REPLICAOF, SHUTDOWN, MONITOR and others) are refused to the program.
public interface Redis {

    /// Runs a command: `run("expire", "article:1", "10")`.
    void run(String... command);

    /// Asks with a command; what is seen is a text, a whole number, a list, a map, or nothing.
    Seen query(String... command);

    /// Stores a value under a key, in place of what was there: a text or a number; a list as a list, a set as a set, a map as a hash.
    void given(String key, Object value);

    /// All keys, sorted.
    default Seen keys() {
        return keys("*");
    }

    /// The keys that match, sorted.
    ///
    /// @param pattern as KEYS takes it: `article:*`
    Seen keys(String pattern);

    /// The text under a key; nothing where there is none.
    default Seen value(String key) {
        return query("get", key);
    }

    /// How many seconds a key has left, rounded up; nothing where it stays for good, or where there is no such key.
    Seen ttl(String key);

    /// The wire between the learner's program and this Redis.
    Wire wire();
}
