package dev.backwright.services;

/// This machine has no such server. The message says what is missing and what to install.
public final class ServiceMissing extends ServiceException {

    private static final long serialVersionUID = 1;

    public ServiceMissing(String message) {
        super(message);
    }
}
