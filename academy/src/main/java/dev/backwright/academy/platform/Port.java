package dev.backwright.academy.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Which port to listen on, loopback only.
///
/// @param busy whether it is another than the usual one, because that is busy
public record Port(int number, boolean busy) {

    private static final int USUAL = 8080;
    private static final int TRIES = 100;

    /// The usual port, or the next free one.
    static Port usual() {
        for (int number = USUAL; number < USUAL + TRIES; number++) {
            if (isFree(number)) {
                return new Port(number, number != USUAL);
            }
        }
        throw CannotStart.here(
                "No port from %d to %d is free. Name one with --port."
                        .formatted(USUAL, USUAL + TRIES - 1));
    }

    /// The port that was asked for; 0 for any.
    static Port asked(int number) {
        if (number < 0 || number > 65535) {
            throw CannotStart.usage("--port wants a number from 0 to 65535, got " + number + ".");
        }
        if (!isFree(number)) {
            throw CannotStart.here(
                    "Port %d cannot be listened on: something else does, or it needs rights. Name another with --port, or leave --port out for the next free one."
                            .formatted(number));
        }
        return new Port(number == 0 ? any() : number, false);
    }

    private static boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int any() {
        try (var socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw CannotStart.here("No port is free on 127.0.0.1.", e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }
}
