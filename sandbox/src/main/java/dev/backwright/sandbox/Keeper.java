package dev.backwright.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Our end of the line to `keeper.sh`: requests by number, and what it and bubblewrap tell of themselves.
final class Keeper {

    private static final Pattern INIT = Pattern.compile("\"child-pid\": (\\d+)");
    private static final Pattern EXIT = Pattern.compile("\"exit-code\": (\\d+)");

    /// The end of a line: bubblewrap writes its own lines in pieces, and the keeper's may fall between them.
    private static final Pattern DONE = Pattern.compile("done (\\d+) (\\d+)$");

    private final Duplex line;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Integer>> asked = new ConcurrentHashMap<>();

    /// The inner layer's first process, by the number it has in the outer one.
    final CompletableFuture<Long> init = new CompletableFuture<>();

    /// The command's status; exceptional if the layer ended without having run it.
    final CompletableFuture<Integer> exit = new CompletableFuture<>();

    Keeper(Duplex line) {
        this.line = line;
        Thread.ofPlatform().daemon().name("sandbox-keeper").start(this::listen);
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(line.input(), StandardCharsets.UTF_8))) {
            for (String told; (told = lines.readLine()) != null; ) {
                hear(told);
            }
        } catch (IOException e) {
            gone(e);
        } finally {
            gone(new IOException("the keeper has ended"));
        }
    }

    private void hear(String told) {
        var done = DONE.matcher(told);
        if (done.find()) {
            var request = asked.remove(Integer.valueOf(done.group(1)));
            if (request != null) {
                request.complete(Integer.valueOf(done.group(2)));
            }
        }
        var first = INIT.matcher(told);
        if (first.find()) {
            init.complete(Long.valueOf(first.group(1)));
        }
        var last = EXIT.matcher(told);
        if (last.find()) {
            exit.complete(Integer.valueOf(last.group(1)));
        }
        if (told.startsWith("ended ")) {
            exit.completeExceptionally(new IOException("the inner layer " + told));
        }
    }

    private void gone(IOException why) {
        init.completeExceptionally(why);
        exit.completeExceptionally(why);
        asked.values().forEach(request -> request.completeExceptionally(why));
    }

    /// Asks for something; the answer is a status, 0 for good.
    CompletableFuture<Integer> ask(int number, String request) {
        var answer = new CompletableFuture<Integer>();
        asked.put(number, answer);
        try {
            var bytes = (number + " " + request + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (this) {
                line.output().write(bytes);
            }
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        if (exit.isCompletedExceptionally() && !line.isOpen()) {
            answer.completeExceptionally(new IOException("the keeper has ended"));
        }
        return answer;
    }

    CompletableFuture<Integer> ask(String request) {
        return ask(number(), request);
    }

    int number() {
        return count.incrementAndGet();
    }

    void release() {
        line.release();
        line.close();
    }
}
