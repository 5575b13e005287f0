package dev.certpath.testsupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** What is written to the log meanwhile. */
public final class LogCapture extends AppenderBase<ILoggingEvent> {

    private static final Set<LogCapture> BEING_READ = ConcurrentHashMap.newKeySet();

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private LogCapture() {
        setContext(root.getLoggerContext());
    }

    /** Does something, and gives back what was written meanwhile. */
    public static LogCapture during(Runnable something) {
        var log = new LogCapture();
        BEING_READ.add(log);
        log.attach();
        try {
            something.run();
        } finally {
            BEING_READ.remove(log);
            log.root.detachAppender(log);
        }
        return log;
    }

    /** Reads on: a site that starts sets the log up anew, and whoever read it is forgotten. */
    static void readOn() {
        BEING_READ.forEach(LogCapture::attach);
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

    private void attach() {
        start();
        root.addAppender(this);
    }

    private List<String> lines(Predicate<ILoggingEvent> wanted) {
        return events.stream().filter(wanted).map(LogCapture::line).toList();
    }

    private static String line(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getLevel() + " " + event.getMDCPropertyMap() + " " + event.getLoggerName() + " "
                + event.getFormattedMessage() + (thrown == null ? "" : " " + ThrowableProxyUtil.asString(thrown));
    }
}
