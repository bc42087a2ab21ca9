package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends a process of ours by ever firmer signals.
public final class Signals {

    private Signals() {}

    /// Sends each signal in turn and waits that long for the end before the next.
    public static void end(ProcessHandle process, Duration patience, List<String> signals) {
        for (String signal : signals) {
            Command.run(List.of("kill", "-" + signal, String.valueOf(process.pid())));
            if (ended(process, patience)) {
                return;
            }
        }
        throw new ServiceException(
                "Process " + process.pid() + " cannot be ended: end it by hand and start again.");
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new ServiceException("Cannot wait for process " + process.pid() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    "Interrupted while process " + process.pid() + " was ending.", e);
        }
    }
}
