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

/** Records what is logged while an action runs, by all applications of the JVM. */
public final class LogCapture extends AppenderBase<ILoggingEvent> {

    private static final Set<LogCapture> ACTIVE = ConcurrentHashMap.newKeySet();

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private LogCapture() {
        setContext(root.getLoggerContext());
    }

    /** Runs an action and returns what was logged in the meantime. */
    public static LogCapture during(Runnable action) {
        var log = new LogCapture();
        ACTIVE.add(log);
        log.attach();
        try {
            action.run();
        } finally {
            ACTIVE.remove(log);
            log.root.detachAppender(log);
        }
        return log;
    }

    /** Attaches all active captures again: an application that starts resets the logging system and its appenders. */
    static void reattachAll() {
        ACTIVE.forEach(LogCapture::attach);
    }

    /** Returns everything that was logged, each event with its level, MDC, logger, message and stack trace. */
    public List<String> lines() {
        return lines(event -> true);
    }

    /** Returns the events of level WARN and above. */
    public List<String> warnings() {
        return lines(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    /** Returns the events of level ERROR. */
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

    private List<String> lines(Predicate<ILoggingEvent> condition) {
        return events.stream().filter(condition).map(LogCapture::line).toList();
    }

    private static String line(ILoggingEvent event) {
        var exception = event.getThrowableProxy();
        return event.getLevel() + " " + event.getMDCPropertyMap() + " " + event.getLoggerName() + " "
                + event.getFormattedMessage() + (exception == null ? "" : " " + ThrowableProxyUtil.asString(exception));
    }
}
