package dev.backwright.academy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before academies as a service of Kubernetes does: asks each every 100 ms whether it is ready, and leads new connections
/// to those that are, to another where one is refused. Whoever is connected stays where they are.
final class Balancer implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int PATIENCE_MILLIS = 6_000;

    private final ServerSocket door;
    private final Set<Integer> ready = new ConcurrentSkipListSet<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Balancer(ServerSocket door) {
        this.door = door;
    }

    static Balancer open() throws IOException {
        var balancer = new Balancer(new ServerSocket(0, 50, HERE));
        balancer.threads.execute(balancer::serve);
        return balancer;
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Leads there, too, as soon as it is ready.
    void add(int port) {
        threads.execute(() -> watch(port));
    }

    boolean leadsTo(int port) {
        return ready.contains(port);
    }

    private void watch(int port) {
        while (!door.isClosed()) {
            if (isReady(port)) {
                ready.add(port);
            } else {
                ready.remove(port);
            }
            pause();
        }
    }

    private static boolean isReady(int port) {
        try (var asks = new Socket(HERE, port)) {
            asks.setSoTimeout(PATIENCE_MILLIS);
            asks.getOutputStream()
                    .write(
                            "GET /health/ready HTTP/1.1\r\nHost: probe\r\nConnection: close\r\n\r\n"
                                    .getBytes(US_ASCII));
            var answer = new String(asks.getInputStream().readAllBytes(), US_ASCII);
            return answer.startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var comes = door.accept();
                threads.execute(() -> lead(comes));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void lead(Socket comes) {
        try (comes;
                var goes = connected()) {
            var back = threads.submit(() -> pass(goes, comes));
            pass(comes, goes);
            back.get();
        } catch (Exception e) {
            // whoever came sees that the connection is closed
        }
    }

    private Socket connected() throws IOException {
        for (int port : inTurn()) {
            try {
                return new Socket(HERE, port);
            } catch (ConnectException e) {
                ready.remove(port);
            }
        }
        throw new ConnectException("no academy is ready");
    }

    private List<Integer> inTurn() {
        var all = new ArrayList<>(new TreeSet<>(ready));
        if (!all.isEmpty()) {
            java.util.Collections.rotate(all, turn.getAndIncrement() % all.size());
        }
        return all;
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
