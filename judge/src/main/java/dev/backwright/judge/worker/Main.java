package dev.backwright.judge.worker;

import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Labs;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/// The judge's process: `./backwright judge --places 2`. Ends with 64 when it was called or set up wrongly, with 70 when it
/// cannot begin, with one sentence each; SIGTERM and Ctrl-C hand back what it has.
public final class Main {

    static final int CONTRACT = 1;

    private static final String HELP =
            """
            backwright judge [--places N]    judge what an academy has queued, N submissions side by side

            The academy runs with BACKWRIGHT_JUDGES=apart. On its machine, with its BACKWRIGHT_HOME, nothing else is needed.
            Elsewhere: BACKWRIGHT_DATABASE_URL     jdbc:postgresql://host/name
                       BACKWRIGHT_DATABASE_USER    backwright_judge, unless set
                       BACKWRIGHT_DATABASE_PASSWORD, or BACKWRIGHT_DATABASE_PASSWORD_FILE
            Other people's programs: BACKWRIGHT_PEOPLE=others. Ctrl-C or SIGTERM hands back what it has.\
            """;

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        if (List.of(words).stream().anyMatch(List.of("--help", "-h")::contains)) {
            System.out.println(HELP);
            return;
        }
        try {
            work(List.of(words));
        } catch (CannotWork e) {
            System.err.println("backwright: " + e.getMessage());
            System.exit(e.exitCode());
        } catch (JudgeException e) {
            System.err.println("backwright: " + e.getMessage());
            System.exit(70);
        }
    }

    private static void work(List<String> words) throws InterruptedException {
        var setup = Setup.of(words);
        var home = folder("backwright.home");
        Supplier<Login> login = () -> Login.of(System::getenv, home);
        var desk = new Desk(login);
        requireContract(desk, login.get());
        var settings =
                JudgeSettings.of(folder("backwright.course"), folder("backwright.toolbox"), home)
                        .asThisProcessWasTold();
        var judge = Judge.renewed(() -> Judge.open(settings));
        var worker = new Worker(setup, judge, Labs.load(settings.course()), desk);
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "judge-closing"));
        var machine = judge.machine();
        System.out.printf(
                "Judging as %s, %d at once · Node %s · isolated by %s · Ctrl-C stops%n",
                setup.name(), setup.places(), machine.node().substring(1), machine.isolation());
        try (var bell = new Bell(login)) {
            worker.work(bell);
        }
    }

    private static Path folder(String property) {
        var told = System.getProperty(property);
        if (told == null) {
            throw CannotWork.usage("-D" + property + " is missing; start by ./backwright judge.");
        }
        return Path.of(told).toAbsolutePath().normalize();
    }

    /// @throws CannotWork with the one sentence that says why this database is none to work for
    static void requireContract(Desk desk, Login login) {
        int contract;
        try {
            contract = desk.contract();
        } catch (SQLException e) {
            throw CannotWork.here(why(e, login), e);
        }
        if (contract != CONTRACT) {
            throw CannotWork.here(
                    "The academy's database is of %s Backwright (judges by contract %d, this one by %d). Update the %s."
                            .formatted(
                                    contract > CONTRACT ? "a newer" : "an older",
                                    contract,
                                    CONTRACT,
                                    contract > CONTRACT ? "judge" : "academy"));
        }
    }

    /// States of SQL by PostgreSQL's manual, appendix A.
    private static String why(SQLException e, Login login) {
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01", "28000" ->
                    "The database %s lets %s not in: the password is wrong, or there is no such role."
                            .formatted(login.url(), login.user());
            case "3D000" -> "There is no database at %s.".formatted(login.url());
            case "42883" ->
                    "The database %s is of an older Backwright, or of none: start the new academy first, it brings it up to date."
                            .formatted(login.url());
            case "42501" ->
                    "The role %s may not judge for %s. Start the academy with BACKWRIGHT_JUDGES=apart (and BACKWRIGHT_JUDGES_ROLE=%s): it admits the role."
                            .formatted(login.user(), login.url(), login.user());
            default -> "The database %s does not answer: %s".formatted(login.url(), e.getMessage());
        };
    }
}
