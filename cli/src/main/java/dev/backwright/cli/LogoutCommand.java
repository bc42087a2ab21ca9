package dev.backwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "logout",
        description = "Forget the token. It stays good until you take it back there.",
        exitCodeOnExecutionException = Stop.FAULT)
final class LogoutCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;

    LogoutCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean was = new ServerFile(places.home()).remove();
        terminal.say(
                was
                        ? "the token is forgotten here; take it back on your account's page, too."
                        : "you were logged in nowhere.");
        return 0;
    }
}
