package dev.certpath.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Where those who were let in by the {@link Door} wait for their turn. */
final class Line extends ValveBase {

    private final Turns turns;

    Line(Turns turns) {
        super(true);
        this.turns = turns;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!Door.isAlwaysLetIn(request)) {
            turns.take();
        }
        try {
            getNext().invoke(request, response);
        } finally {
            turns.leave();
        }
    }
}
