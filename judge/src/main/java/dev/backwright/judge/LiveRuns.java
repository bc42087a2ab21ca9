package dev.backwright.judge;

import dev.backwright.judge.app.LiveServer;
import dev.backwright.judge.bench.Workshop;
import dev.backwright.judge.project.ProjectLaunch;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/// Starts what a lab's submission is: `node FILE` for a program; a server with its services for an app; an npm script, with services
/// too, for a project; `node --test` for tests.
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
            case PROGRAM -> program(workshop, files, script(lab), lab.sheet().limits(), listener);
            case PROJECT -> project(workshop, lab, files, listener);
            case TESTS -> tests(workshop, files, listener);
            case DATA ->
                    throw new JudgeException(
                            "%s is nothing that runs by itself; check it instead"
                                    .formatted(lab.id()));
        };
    }

    private static String script(Lab lab) {
        return lab.sheet().run().isEmpty() ? lab.sheet().edit().getFirst() : lab.sheet().run();
    }

    /// `node script`, with nothing but its files.
    static LiveRun program(
            Workshop workshop,
            SortedMap<String, byte[]> files,
            String script,
            Limits limits,
            Consumer<LiveRun.Event> listener) {
        return command(workshop, files, List.of("node", script), limits, listener);
    }

    /// The tests that Node finds, on the program as the learner has it. One that never ends is ended like any program.
    private static LiveRun tests(
            Workshop workshop, SortedMap<String, byte[]> files, Consumer<LiveRun.Event> listener) {
        List<String> command = List.of("node", "--test", "--test-reporter=spec");
        return command(workshop, files, command, workshop.pace().of(Limits.STANDARD), listener);
    }

    private static LiveRun command(
            Workshop workshop,
            SortedMap<String, byte[]> files,
            List<String> command,
            Limits limits,
            Consumer<LiveRun.Event> listener) {
        Launch launch = new Launch(files, command, Map.of(), limits, List.of(), Map.of(), false);
        return new ProcessRun(workshop.sandbox().start(launch), null, listener, List.of());
    }

    private static LiveRun server(
            Workshop workshop,
            Lab lab,
            SortedMap<String, byte[]> files,
            Consumer<LiveRun.Event> listener) {
        var services = workshop.services(lab.sheet().needs(), lab.data());
        Limits limits = lab.sheet().limits().withWall(LONG.wall()).withCpu(LONG.cpu());
        try {
            tell(lab, services.ahead(), listener);
            Running running =
                    LiveServer.launch(
                            workshop.sandbox(),
                            files,
                            limits,
                            services.wires(),
                            services.environment(),
                            lab.sheet().tls() ? workshop.identity() : null);
            return new ProcessRun(running, new LiveServer(running), listener, List.of(services));
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private static LiveRun project(
            Workshop workshop,
            Lab lab,
            SortedMap<String, byte[]> files,
            Consumer<LiveRun.Event> listener) {
        var services = workshop.services(lab.sheet().needs(), lab.data());
        try {
            tell(lab, services.ahead(), listener);
            Launch launch =
                    ProjectLaunch.of(
                            files,
                            lab.sheet().run(),
                            lab.sheet().limits(),
                            services.wires(),
                            services.environment());
            return new ProcessRun(
                    workshop.sandbox().start(launch), null, listener, List.of(services));
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private static void tell(Lab lab, OpenServices services, Consumer<LiveRun.Event> listener) {
        for (String need : lab.sheet().needs()) {
            Kind kind = Kind.of(need).orElseThrow();
            String address = services.get(kind).address();
            if (!address.isEmpty()) {
                listener.accept(new LiveRun.Event.Ready(need, address));
            }
        }
    }
}
