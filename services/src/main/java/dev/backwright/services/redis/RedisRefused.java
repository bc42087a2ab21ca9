package dev.backwright.services.redis;

import dev.backwright.services.ServiceException;

/// Redis refused a command of the judge. Whose fault that is only the judge can tell: the learner may have stored another type
/// under the key.
public final class RedisRefused extends ServiceException {

    private static final long serialVersionUID = 1;

    private final String code;

    RedisRefused(String command, String error) {
        super("Redis refused \"" + command + "\": " + error);
        this.code = error.split(" ", 2)[0];
    }

    /// The first word of its error: `WRONGTYPE`, `OOM`, `BUSY`, `ERR`.
    public String code() {
        return code;
    }
}
