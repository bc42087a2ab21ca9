package dev.backwright.judge.worker;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that a judge may do in the academy's database: the functions of migration V4. One statement at a time; a connection
/// that broke is made anew at the next.
final class Desk implements AutoCloseable {

    private final Line line;

    /// @param login asked before each connection: an academy's own database may move to another port
    Desk(Supplier<Login> login) {
        this.line = new Line(login);
    }

    /// What became of a report.
    enum Fate {
        DONE,
        AGAIN,
        REFUSED
    }

    private interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    int contract() throws SQLException {
        return ask("select judge_contract()", it -> only(it).getInt(1));
    }

    /// @param about version, places and labs with their digests, as JSON
    void beat(String worker, String about, @Nullable String hindrance, Collection<UUID> jobs)
            throws SQLException {
        ask(
                "select judge_beat(?, ?::jsonb, ?, ?)",
                it -> {
                    it.setString(1, worker);
                    it.setString(2, about);
                    it.setString(3, hindrance);
                    it.setArray(4, it.getConnection().createArrayOf("uuid", jobs.toArray()));
                    return it.execute();
                });
    }

    void leave(String worker) throws SQLException {
        ask(
                "select judge_leave(?)",
                it -> {
                    it.setString(1, worker);
                    return it.execute();
                });
    }

    /// The next that this judge is right for.
    ///
    /// @param labs id and digest of each lab it has, as JSON
    Optional<Job> take(String worker, String labs) throws SQLException {
        return ask(
                "select * from judge_take(?, ?::jsonb)",
                it -> {
                    it.setString(1, worker);
                    it.setString(2, labs);
                    try (var row = it.executeQuery()) {
                        return row.next() ? Optional.of(job(row)) : Optional.<Job>empty();
                    }
                });
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("job", UUID.class),
                LabId.of(row.getString("lab")),
                row.getLong("seed"),
                row.getInt("attempt"),
                row.getInt("token"),
                row.getDouble("waited"),
                row.getInt("in_vain"));
    }

    FileTree files(Job job) throws SQLException {
        return ask(
                "select * from judge_files(?, ?)",
                it -> {
                    var files = new TreeMap<String, byte[]>();
                    try (var row = held(it, job).executeQuery()) {
                        while (row.next()) {
                            files.put(row.getString("path"), row.getBytes("content"));
                        }
                    }
                    return new FileTree(files);
                });
    }

    void tell(Job job, String json) throws SQLException {
        ask(
                "select judge_tell(?, ?, ?::jsonb)",
                it -> {
                    held(it, job).setString(3, json);
                    return it.execute();
                });
    }

    Fate report(Job job, Report report) throws SQLException {
        return ask(
                "select judge_report(?, ?, ?::jsonb)",
                it -> {
                    held(it, job).setString(3, ReportJson.write(report));
                    return switch (only(it).getString(1)) {
                        case "done" -> Fate.DONE;
                        case "again" -> Fate.AGAIN;
                        default -> Fate.REFUSED;
                    };
                });
    }

    void giveBack(Job job) throws SQLException {
        ask("select judge_give_back(?, ?)", it -> held(it, job).execute());
    }

    private static PreparedStatement held(PreparedStatement statement, Job job)
            throws SQLException {
        statement.setObject(1, job.id());
        statement.setInt(2, job.token());
        return statement;
    }

    private static ResultSet only(PreparedStatement statement) throws SQLException {
        var row = statement.executeQuery(); // closed with its statement
        row.next();
        return row;
    }

    private synchronized <T> T ask(String sql, Use<T> use) throws SQLException {
        try (var statement = line.open().prepareStatement(sql)) {
            return use.with(statement);
        } catch (SQLException e) {
            if (isAway(e)) {
                close();
            }
            throw e;
        }
    }

    /// Whether the database does not answer just now, and may again: class 08, a server that ends or starts, no room for another.
    static boolean isAway(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
