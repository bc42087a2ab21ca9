package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.nio.file.Path;

/// Turns what the machine says into one sentence for a person.
public final class Failures {

    private Failures() {}

    public static ServiceException io(String what, Path where, IOException e) {
        return new ServiceException(sentence(what, where, String.valueOf(e)), e);
    }

    /// The sentence for something a program of PostgreSQL said before it ended.
    public static ServiceException said(String what, Path where, String output) {
        return new ServiceException(sentence(what, where, output));
    }

    private static String sentence(String what, Path where, String said) {
        if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
            return "Cannot "
                    + what
                    + " "
                    + where
                    + ": the disk is full. Free some space there and start again.";
        }
        if (said.contains("AccessDenied") || said.contains("Permission denied")) {
            return "Cannot "
                    + what
                    + " "
                    + where
                    + ": permission denied. Choose a folder you may write with BACKWRIGHT_HOME.";
        }
        return "Cannot " + what + " " + where + ": " + tail(said);
    }

    private static String tail(String said) {
        String text = said.strip();
        return text.length() <= 600 ? text : "… " + text.substring(text.length() - 600);
    }
}
