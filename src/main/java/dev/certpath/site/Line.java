package dev.certpath.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Where those who were let in by the {@link Door} wait for their turn. A hundred threads that work at once are no faster
 * than a few for each core, but whoever else needs a core, such as the one who refuses, waits behind all of them: seen
 * in a rush of four times what can be carried, refusals took two seconds, and with this line 23 milliseconds.
 *
 * <p>A turn may be spent on waiting, for a database that is away or a visitor who sends slowly. So nobody waits long for
 * theirs: after a moment they go in anyway, and the Door still says how many can be in.
 */
final class Line extends ValveBase {

    private static final int TURNS_PER_CORE = 16;

    private final Semaphore turns;
    private final Duration patience;

    /**
     * A line for a machine of so many cores.
     *
     * @param patience how long somebody waits before they go in anyway
     */
    Line(int cores, Duration patience) {
        super(true);
        this.turns = new Semaphore(cores * TURNS_PER_CORE, true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!Door.isAlwaysLetIn(request) && isMyTurn()) {
            try {
                getNext().invoke(request, response);
            } finally {
                turns.release();
            }
        } else {
            getNext().invoke(request, response);
        }
    }

    private boolean isMyTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
