package dev.backwright.academy.web;

import dev.backwright.judge.LabId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be looked at again: predictions that were wrong or whose time has come, and passed labs whose time has come.
///
/// @param items the first of them
/// @param count how many there are
/// @param remembered how many questions are remembered at all
/// @param next when the next one is due, in words: `in 2 days`; empty where none will be
/// @param labs passed labs to do again
public record ReviewPage(
        Frame frame, List<Item> items, int count, int remembered, String next, List<Again> labs) {

    public ReviewPage {
        items = List.copyOf(items);
        labs = List.copyOf(labs);
    }

    /// A passed lab.
    ///
    /// @param so when and how it was passed, as a sentence
    public record Again(LabId lab, String title, String so, int minutes) {}

    /// One question.
    ///
    /// @param html of the question
    /// @param from where it comes from: `the lesson of Closures`, `order.js`
    /// @param lab the lab it belongs to; `null` for the playground
    /// @param lesson where in the lab's lesson it stands; empty for a recording's
    /// @param scene the program of a recording; `null` for a lesson's
    /// @param so how it went so far: `answered twice, once wrongly`
    public record Item(
            String html,
            String from,
            @Nullable LabId lab,
            String lesson,
            @Nullable Scene scene,
            String so) {}

    /// A program, and where in it the question stands.
    ///
    /// @param link the playground with it
    /// @param printed what had been printed before
    public record Scene(String link, List<File> files, String printed) {
        public Scene {
            files = List.copyOf(files);
        }
    }

    /// @param line where the question stands; 0 where it stands in another file
    public record File(String name, List<String> lines, int line) {
        public File {
            lines = List.copyOf(lines);
        }
    }

    public int more() {
        return count - items.size();
    }
}
