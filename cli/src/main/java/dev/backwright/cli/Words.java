package dev.backwright.cli;

import dev.backwright.cli.shown.Plain;
import dev.backwright.judge.JudgeException;
import dev.backwright.sandbox.SandboxException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Understands what was typed and obeys it.
@Command(
        name = "backwright",
        description = "A workshop for JavaScript backends that believes only what it sees running.")
final class Words {

    private final Terminal terminal;
    private final Interrupts interrupts = new Interrupts();
    private final CommandLine line;

    Words(Places places, Terminal terminal) {
        this.terminal = terminal;
        this.line = new CommandLine(this);
        commands(places, terminal).forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Words::addHelp);
        line.registerConverter(Long.class, Words::wholeNumber);
        line.setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                terminal.colour()
                                        ? CommandLine.Help.Ansi.ON
                                        : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> misused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> stopped(e, command));
    }

    private List<Object> commands(Places places, Terminal terminal) {
        return List.of(
                new LabsCommand(places, terminal),
                new StartCommand(places, terminal),
                new RunCommand(places, terminal, interrupts),
                new CheckCommand(places, terminal, interrupts),
                new LoginCommand(places, terminal),
                new LogoutCommand(places, terminal),
                new SubmitCommand(places, terminal),
                new ProgressCommand(places, terminal),
                new DoctorCommand(places, terminal));
    }

    /// @return the exit code
    int obey(String... args) {
        return line.execute(args);
    }

    private int misused(ParameterException e) {
        terminal.say(
                "%s See: ./backwright %s --help"
                        .formatted(sentence(said(e)), e.getCommandLine().getCommandName()));
        return Stop.MISUSED;
    }

    /// Our own faults end with the code their command names for that.
    private int stopped(Exception e, CommandLine command) {
        if (interrupts.happened()) {
            return Stop
                    .FAULT; // the process ends by its signal, and what broke meanwhile is no news
        }
        switch (e) {
            case Stop stop -> {
                terminal.say(said(stop));
                return stop.code();
            }
            case JudgeException fault -> terminal.say(said(fault));
            case SandboxException fault -> terminal.say(said(fault));
            default -> {
                terminal.say("this is our fault, please report it: " + e);
                e.printStackTrace(terminal.err());
            }
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .type(boolean.class)
                                .description("this text")
                                .build());
    }

    private static Long wholeNumber(String typed) {
        try {
            return Long.valueOf(typed);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + typed + "' is no whole number");
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static String said(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    private static String sentence(String message) {
        String plain = Plain.line(message);
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
