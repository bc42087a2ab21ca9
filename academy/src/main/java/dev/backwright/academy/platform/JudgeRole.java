package dev.backwright.academy.platform;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets the judges' role call the functions of the queue (migration V4), and nothing else.
final class JudgeRole {

    private static final String FUNCTIONS =
            """
            select oid::regprocedure::text from pg_proc
            where starts_with(proname, 'judge_') = ? and pronamespace = 'public'::regnamespace\
            """;

    private JudgeRole() {}

    /// @throws CannotStart where the database has no such role
    static void admit(DataSource database, String role) {
        var db = JdbcClient.create(database);
        boolean known =
                db.sql("select count(*) from pg_roles where rolname = ?")
                                .param(role)
                                .query(Integer.class)
                                .single()
                        > 0;
        if (!known) {
            throw CannotStart.here(
                    "Judges work apart, but the database has no role %s for them. Make it: create role %s login password '…'; then start again."
                            .formatted(role, role));
        }
        var name = db.sql("select quote_ident(?)").param(role).query(String.class).single();
        for (var function : functions(db, true)) {
            db.sql("grant execute on function " + function + " to " + name).update();
        }
        // what a migration gave another name took along what had been granted
        for (var function : functions(db, false)) {
            db.sql("revoke all on function " + function + " from " + name).update();
        }
    }

    private static List<String> functions(JdbcClient db, boolean forJudges) {
        return db.sql(FUNCTIONS).param(forJudges).query((row, at) -> row.getString(1)).list();
    }
}
