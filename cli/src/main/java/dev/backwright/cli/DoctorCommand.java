package dev.backwright.cli;

import dev.backwright.cli.doctor.Doctor;
import dev.backwright.cli.doctor.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        description = "What this machine has, lacks, and what to do.",
        exitCodeOnExecutionException = Stop.FAULT)
final class DoctorCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;

    @Option(names = "--fetch", description = "first fetch all that is needed to work offline")
    private boolean fetch;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    DoctorCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    /// The script has fetched already when this runs.
    @Override
    public Integer call() {
        List<Finding> findings =
                new Doctor(places.toolbox(), places.home(), SandboxTrial.of(places.judgeSettings()))
                        .look();
        terminal.out().print(json ? json(findings) : terminal.asCalled(Doctor.text(findings)));
        terminal.out().flush();
        if (!Doctor.canWork(findings)) {
            terminal.say("labs cannot be judged before what is marked missing is mended.");
            return Stop.FAULT;
        }
        terminal.say(
                fetch ? "all is here that is needed to work offline." : "labs can be judged here.");
        return 0;
    }

    private static String json(List<Finding> findings) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(findings)
                + "\n";
    }
}
