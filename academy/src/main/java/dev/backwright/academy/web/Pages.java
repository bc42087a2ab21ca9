package dev.backwright.academy.web;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The one view, made when the first page is asked for.
@Component
final class Pages {

    private final Supplier<View> view = SingletonSupplier.of(() -> new View(Assets.load()));

    View view() {
        return view.get();
    }
}
