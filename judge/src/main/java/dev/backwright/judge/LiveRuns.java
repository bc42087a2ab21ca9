package dev.backwright.judge;

import dev.backwright.judge.app.LiveServer;
import dev.backwright.judge.bench.Workshop;
import dev.backwright.judge.postgres.LearnersPostgres;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/// Starts what a lab's submission is: `node FILE` for a program; a server with its services for an app.
final class LiveRuns {

    private static final Limits LONG =
            Limits.STANDARD.withWall(Duration.ofMinutes(30)).withCpu(Duration.ofMinutes(2));

    private LiveRuns() {}

    static LiveRun start(
            Workshop workshop,
            Lab lab,
            SortedMap<String, byte[]> files,
            Consumer<LiveRun.Event> listener) {
        return switch (lab.sheet().kind()) {
            case APP -> server(workshop, lab, files, listener);
            case PROGRAM -> program(workshop, lab, files, listener);
            case DATA, PROJECT, TESTS ->
                    throw new JudgeException(
                            "%s is nothing that runs by itself; check it instead"
                                    .formatted(lab.id()));
        };
    }

    private static LiveRun program(
            Workshop workshop,
            Lab lab,
            SortedMap<String, byte[]> files,
            Consumer<LiveRun.Event> listener) {
        String script =
                lab.sheet().run().isEmpty() ? lab.sheet().edit().getFirst() : lab.sheet().run();
        Launch launch =
                new Launch(
                        files,
                        List.of("node", script),
                        Map.of(),
                        lab.sheet().limits(),
                        List.of(),
                        Map.of(),
                        false);
        return new ProcessRun(workshop.sandbox().start(launch), null, listener, List.of());
    }

    private static LiveRun server(
            Workshop workshop,
            Lab lab,
            SortedMap<String, byte[]> files,
            Consumer<LiveRun.Event> listener) {
        List<AutoCloseable> services = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        if (lab.sheet().needs().contains("postgres")) {
            var database = workshop.database(lab.data().orElse(""));
            var postgres = new LearnersPostgres(database);
            services.add(postgres);
            wires.add(postgres.towards("DATABASE_URL"));
            var login = database.login();
            listener.accept(
                    new LiveRun.Event.Ready("postgres", login.url(login.host(), login.port())));
        }
        Limits limits = lab.sheet().limits().withWall(LONG.wall()).withCpu(LONG.cpu());
        try {
            Running running = LiveServer.launch(workshop.sandbox(), files, limits, wires);
            return new ProcessRun(running, new LiveServer(running), listener, services);
        } catch (RuntimeException e) {
            ProcessRun.closeAll(services);
            throw e;
        }
    }
}
