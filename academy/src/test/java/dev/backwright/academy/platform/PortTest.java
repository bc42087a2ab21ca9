package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void whereTheUsualPortIsBusyItIsTheNextFreeOneAndThatIsSaid() throws Exception {
        try (var busy = new ServerSocket()) {
            makeBusy(busy);
            var port = Port.usual();
            assertTrue(port.number() > 8080, port::toString);
            assertEquals(true, port.busy());
        }
    }

    private static void makeBusy(ServerSocket socket) throws IOException {
        try {
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 8080));
        } catch (BindException e) {
            return; // somebody else sees to that
        }
    }
}
