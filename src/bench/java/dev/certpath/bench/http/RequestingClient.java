package dev.certpath.bench.http;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

/** A client with a connection of its own. */
final class RequestingClient implements ConcurrentClients.Client {

    private final HttpConnection connection;
    private final Supplier<byte[]> requests;
    private final int expectedStatus;

    RequestingClient(URI site, Supplier<byte[]> requests, int expectedStatus) throws IOException {
        this.connection = new HttpConnection(site);
        this.requests = requests;
        this.expectedStatus = expectedStatus;
    }

    @Override
    public void act() throws IOException {
        int status = connection.send(requests.get());
        if (status != expectedStatus) {
            throw new IOException("Status " + status + " instead of " + expectedStatus);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
