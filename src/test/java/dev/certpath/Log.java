package dev.certpath;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** What is written to the log meanwhile. */
public final class Log extends AppenderBase<ILoggingEvent> {

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

    private Log() {}

    /** Does something, and gives back what was written meanwhile. */
    public static Log during(Runnable something) {
        var log = new Log();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        try {
            something.run();
        } finally {
            root.detachAppender(log);
        }
        return log;
    }

    /** Everything, as text. */
    public List<String> lines() {
        return lines(event -> true);
    }

    /** What somebody should know, and what calls for them. */
    public List<String> warnings() {
        return lines(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    /** What calls for somebody. */
    public List<String> errors() {
        return lines(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    private List<String> lines(Predicate<ILoggingEvent> wanted) {
        return events.stream().filter(wanted).map(Log::line).toList();
    }

    private static String line(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getLevel() + " " + event.getMDCPropertyMap() + " " + event.getLoggerName() + " "
                + event.getFormattedMessage() + (thrown == null ? "" : " " + ThrowableProxyUtil.asString(thrown));
    }
}
