package dev.certpath.infrastructure;

import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Reads the body of a request into memory before the request takes a permit of {@link ConcurrencyLimitValve}, so that slow
 * clients hold no permits. A body has a deadline as a whole (408) and a maximum size (413). Bodies that have not arrived
 * with the headers are read by a limited number of threads, of which one client address gets a share; further ones get
 * 503.
 *
 * <p>Tomcat has timeouts for each read only, which a client that sends a byte now and then never exceeds.
 */
final class RequestBodyValve extends ValveBase {

    /** The largest form; bodies of the API are smaller, which the API checks itself. */
    private static final int MAX_SIZE = 64 * 1024;

    /** How much of a larger body is read, because many clients read no response before they have sent everything. */
    private static final int MAX_DISCARDED = 2 * 1024 * 1024;

    private final Semaphore readers;
    private final AddressShares shares;
    private final Duration deadline;
    private final Clock clock;
    private final OverloadResponse rejection;

    /**
     * Creates the valve.
     *
     * @param readers how many threads may wait for bodies
     * @param shares how many of them may wait for one client address
     * @param deadline how long a body may take; the connector has half of it as timeout of each read
     */
    RequestBodyValve(int readers, AddressShares shares, Duration deadline, Clock clock, OverloadResponse rejection) {
        super(true);
        this.readers = new Semaphore(readers);
        this.shares = shares;
        this.deadline = deadline;
        this.clock = clock;
        this.rejection = rejection;
    }

    /** Returns the timeout of each read, with which a body that is not ended between two reads meets its deadline. */
    static Duration readTimeout(Duration deadline) {
        return deadline.dividedBy(2);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isRejected =
                response.getStatus() >= 400; // the length or encoding of the body can't be read, for example
        if (isRejected || !hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        var body = new ByteArrayOutputStream();
        var status = hasArrived(request) ? read(request, body) : readWithPermit(request, body);
        switch (status) {
            case OK -> continueWith(body.toByteArray(), request, response);
            case SERVICE_UNAVAILABLE -> {
                dropRest(request);
                rejection.send(request, response);
            }
            default -> {
                dropRest(request);
                response.sendError(status.value());
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Returns whether the whole body has arrived, as it usually does with the headers, so that reading does not wait. */
    private static boolean hasArrived(Request request) {
        request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
        long length = request.getContentLengthLong();
        return length > 0 && request.getCoyoteRequest().getAvailable() >= length;
    }

    /** Reads the body as one of a limited number of threads. Returns the status of an error, or 200. */
    private HttpStatus readWithPermit(Request request, ByteArrayOutputStream body) {
        if (!shares.tryAcquire(request)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        try {
            if (!readers.tryAcquire()) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
            try {
                return read(request, body);
            } finally {
                readers.release();
            }
        } finally {
            shares.release(request);
        }
    }

    /** Reads the body, and discards what exceeds the maximum size. Returns the status of an error, or 200. */
    private HttpStatus read(Request request, ByteArrayOutputStream body) {
        var end = clock.instant().plus(deadline).minus(readTimeout(deadline));
        var coyote = request.getCoyoteRequest();
        var chunk = new Chunk();
        try {
            coyote.action(ActionCode.ACK, ContinueResponseTiming.IMMEDIATELY); // answers "Expect: 100-continue"
            long size = 0;
            while (coyote.doRead(chunk) >= 0) {
                size += chunk.moveTo(body, MAX_SIZE);
                if (size > MAX_DISCARDED) {
                    return HttpStatus.CONTENT_TOO_LARGE;
                }
                if (!clock.instant().isBefore(end)) {
                    return HttpStatus.REQUEST_TIMEOUT;
                }
            }
            return size > MAX_SIZE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.OK;
        } catch (SocketTimeoutException timeout) {
            return HttpStatus.REQUEST_TIMEOUT;
        } catch (IOException incompleteOrMalformed) {
            return HttpStatus.BAD_REQUEST;
        }
    }

    private void continueWith(byte[] body, Request request, Response response) throws IOException, ServletException {
        var connection = request.getCoyoteRequest().getInputBuffer();
        request.getCoyoteRequest().setInputBuffer(new BufferedBody(ByteBuffer.wrap(body)));
        try {
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(connection);
        }
    }

    /** Closes the connection after the response, instead of waiting for the rest of the body. */
    private static void dropRest(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Receives the bytes of one read. */
    private static final class Chunk implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Tomcat sets a buffer of its own.
        }

        /** Moves the bytes to a body, and drops those beyond its maximum size. Returns how many were read. */
        int moveTo(ByteArrayOutputStream body, int maxSize) {
            int count = bytes.remaining();
            var kept = new byte[Math.min(count, maxSize - body.size())];
            bytes.get(kept);
            bytes.position(bytes.limit());
            body.writeBytes(kept);
            return count;
        }
    }

    /**
     * A body that was read.
     *
     * @param bytes what the application has not read yet
     */
    private record BufferedBody(ByteBuffer bytes) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            handler.setByteBuffer(bytes.slice());
            int length = bytes.remaining();
            bytes.position(bytes.limit());
            return length;
        }

        @Override
        public int available() {
            return bytes.remaining();
        }
    }
}
