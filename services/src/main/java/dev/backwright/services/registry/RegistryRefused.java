package dev.backwright.services.registry;

/// What is asked of the registry cannot be done; the message is for whoever asked, with the status of HTTP.
public final class RegistryRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    RegistryRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
