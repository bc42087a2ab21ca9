package dev.backwright.cli;

import dev.backwright.cli.ServerFile.Server;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "login",
        description =
                "Tell an academy for many who you are, by a token that you make there; what is typed or piped in is never shown.",
        exitCodeOnExecutionException = Stop.FAULT)
final class LoginCommand implements Callable<Integer> {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Places places;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "URL", description = "such as https://learn.example")
    private String url = "";

    LoginCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI at = address(url);
        terminal.say(
                "make a token at %s/me/tokens, with read and submit, and paste it here."
                        .formatted(at));
        var server = new Server(at, token());
        try (var remote = new Remote(server, Stop::fault)) {
            var me = remote.get("/api/me");
            new ServerFile(places.home()).write(server);
            terminal.say(
                    "you are %s at %s; ./backwright submit hands in there."
                            .formatted(me.path("name").asString(), at));
        }
        return 0;
    }

    static URI address(String typed) {
        URI at;
        try {
            at = URI.create(typed.strip().replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw unusable(typed);
        }
        boolean plain = "http".equals(at.getScheme());
        if (at.getHost() == null
                || !at.getPath().isEmpty()
                || at.getQuery() != null
                || at.getUserInfo() != null
                || !(plain || "https".equals(at.getScheme()))) {
            throw unusable(typed);
        }
        if (plain && !HERE.contains(at.getHost())) {
            throw Stop.misused("%s is not https: the token would travel in clear.".formatted(at));
        }
        return at;
    }

    private static Stop unusable(String typed) {
        return Stop.misused(
                "login wants the academy's address, such as https://learn.example; got '%s'."
                        .formatted(typed));
    }

    /// As a password is typed where somebody sits there, else the first line that is piped in.
    private String token() throws IOException {
        var console =
                Optional.ofNullable(System.console())
                        .filter(it -> terminal.interactive() && it.isTerminal());
        String typed = console.isPresent() ? String.valueOf(hidden(console.get())) : firstLine();
        if (typed.isBlank() || !typed.strip().matches("[A-Za-z0-9._~+/=-]+")) {
            throw Stop.misused("that is no token; nothing was changed.");
        }
        return typed.strip();
    }

    private static char[] hidden(Console console) {
        char[] read = console.readPassword("token: ");
        return read == null ? new char[0] : read;
    }

    private String firstLine() throws IOException {
        var lines =
                new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(lines.readLine(), "");
    }
}
