package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;

/// MongoDB refused a command of the judge. Whose fault that is only the judge can tell: the learner may have made a unique index.
public final class MongoException extends ServiceException {

    private static final long serialVersionUID = 1;

    static final int NO_SUCH_COLLECTION = 26;

    private final int code;

    MongoException(String command, String message, int code) {
        super(
                "MongoDB refused \"%s\": %s%s"
                        .formatted(brief(command), message, code == 0 ? "" : " (" + code + ")"));
        this.code = code;
    }

    /// The number of the error, such as 11000 for a key that is there already; 0 where it has none.
    public int code() {
        return code;
    }

    private static String brief(String command) {
        return command.length() <= 200 ? command : command.substring(0, 200) + " …";
    }
}
