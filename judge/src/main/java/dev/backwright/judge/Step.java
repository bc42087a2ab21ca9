package dev.backwright.judge;

import java.util.List;

/// One step of the path.
///
/// @param id the step's folder: `javascript`
/// @param number from 1
/// @param title `JavaScript`
/// @param subtitle what it is about; may be empty
/// @param after what one can do afterwards
/// @param labs in the order in which they are best taken
public record Step(
        String id, int number, String title, String subtitle, String after, List<Lab> labs) {

    /// The steps there are, in their order.
    static final List<String> PATH =
            List.of("javascript", "node", "web", "data", "apis", "delivery");

    public Step {
        labs = List.copyOf(labs);
    }
}
