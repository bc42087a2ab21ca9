package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends requests, each on a connection of its own. Whatever goes wrong is told in the exchange.
final class Http {

    private static final CountDownLatch NOBODY_ELSE = new CountDownLatch(0);

    private final Connector connector;
    private final Duration patience;

    Http(Connector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    /// Opens a connection to the server.
    @FunctionalInterface
    interface Connector {
        SocketChannel connect() throws IOException;
    }

    Exchange send(Request request) {
        return send(request, NOBODY_ELSE, NOBODY_ELSE);
    }

    /// Sends them all at the same time: every connection is open before the first byte is sent, and every request is
    /// sent before the first byte of a reply is read.
    List<Exchange> together(List<Request> requests) {
        var connected = new CountDownLatch(requests.size());
        var sent = new CountDownLatch(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> futures = new ArrayList<>();
            for (Request request : requests) {
                futures.add(threads.submit(() -> send(request, connected, sent)));
            }
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> future : futures) {
                exchanges.add(future.get());
            }
            return exchanges;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request could not be sent: " + e.getCause(), e);
        }
    }

    private Exchange send(Request request, CountDownLatch connected, CountDownLatch sent) {
        long begin = System.nanoTime();
        try (SocketChannel channel = connector.connect();
                var deadline = Deadline.closing(channel, patience)) {
            arrive(connected);
            return exchange(request, channel, sent, deadline);
        } catch (IOException e) {
            return Exchange.failed(request, begin, "does not take connections any more");
        } finally {
            connected.countDown();
            sent.countDown();
        }
    }

    private Exchange exchange(
            Request request, SocketChannel channel, CountDownLatch sent, Deadline deadline) {
        long sentAt = System.nanoTime();
        try {
            boolean whole = write(channel, RequestBytes.of(request));
            sentAt = System.nanoTime();
            arrive(sent);
            var in = new java.io.BufferedInputStream(Channels.newInputStream(channel));
            Answer answer = new AnswerReader(in, request.method()).read();
            return whole || answer.status() >= 400
                    ? Exchange.answered(request, sentAt, answer)
                    : Exchange.failed(request, sentAt, "answered before it had read the request");
        } catch (IOException e) {
            return Exchange.failed(request, sentAt, problem(e, deadline));
        }
    }

    private String problem(IOException e, Deadline deadline) {
        if (deadline.passed() || e instanceof ClosedChannelException) {
            return "did not answer within " + patience.toMillis() / 1000.0 + " s";
        }
        return e instanceof NoAnswer || e instanceof EOFException
                ? String.valueOf(e.getMessage())
                : "broke the connection before it answered";
    }

    /// @return false when the server closed its end before all was written; it may have answered nevertheless
    private static boolean write(SocketChannel channel, byte[] bytes)
            throws ClosedChannelException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            return true;
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void arrive(CountDownLatch latch) throws IOException {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
