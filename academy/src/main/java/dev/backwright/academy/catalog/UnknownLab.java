package dev.backwright.academy.catalog;

/// There is no lab of that name.
public final class UnknownLab extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownLab(String id) {
        super(
                "There is no lab %s. The path shows all there are; so does `backwright labs`."
                        .formatted(id));
    }
}
