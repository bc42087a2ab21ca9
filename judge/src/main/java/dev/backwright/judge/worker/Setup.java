package dev.backwright.judge.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;

/// What this process was called with.
///
/// @param places how many submissions it judges side by side
/// @param name who it is, among all that pull from the queue
record Setup(int places, String name) {

    private static final int MOST = 64;

    /// @throws CannotWork naming what is wrong
    static Setup of(List<String> words) {
        int places = Runtime.getRuntime().availableProcessors();
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            var word = left.pop();
            if (word.startsWith("--places=")) {
                places = number(word.substring("--places=".length()));
            } else if (word.equals("--places") && !left.isEmpty()) {
                places = number(left.pop());
            } else {
                throw CannotWork.usage(
                        "judge knows --places N and nothing else, got '" + word + "'.");
            }
        }
        return new Setup(places, host() + " " + ProcessHandle.current().pid());
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > MOST) {
            throw CannotWork.usage(
                    "--places wants a number from 1 to %d, got '%s'.".formatted(MOST, text));
        }
        return Integer.parseInt(text);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "somewhere";
        }
    }
}
