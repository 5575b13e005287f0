package dev.certpath.notification;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of the mail queue. The id of a task's instance is that of the message to send; its data is why the last attempt
 * failed.
 */
class MailTasks {

    /** A mail to a student; the instance is the id of the message. */
    static final TaskDescriptor<String> STUDENT = TaskDescriptor.of("student-mail", String.class);

    /** The mail to the desk, of which there is one instance. */
    static final TaskDescriptor<String> DIGEST = TaskDescriptor.of("desk-digest", String.class);

    /** The time between two mails to the desk, and between two attempts to send one. */
    static final Duration DIGEST_INTERVAL = Duration.ofMinutes(5);

    /** After so many attempts, about nine hours, a mail to a student waits for an admin. */
    static final int MAX_ATTEMPTS = 14;

    /** The time at which a mail that waits for an admin would be sent. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(MailTasks.class);

    private static final Duration MAX_DELAY = Duration.ofHours(1);
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

    private final StudentMail studentMail;
    private final DeskDigest digest;

    MailTasks(StudentMail studentMail, DeskDigest digest) {
        this.studentMail = studentMail;
        this.digest = digest;
    }

    OneTimeTask<String> studentTask() {
        return Tasks.oneTime(STUDENT)
                .onFailure(MailTasks::retryLater)
                .execute((instance, context) -> send(Long.parseLong(instance.getId())));
    }

    RecurringTask<String> digestTask() {
        return Tasks.recurring(DIGEST, FixedDelay.of(DIGEST_INTERVAL))
                .onFailure(MailTasks::retryDigest)
                .execute((instance, context) -> sendDigest());
    }

    /** Returns when to try again after a number of failures: after a minute, then twice as long each time, up to an hour. */
    static Duration delayAfter(int failures) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 10));
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }

    private void send(long messageId) {
        try {
            studentMail.send(messageId);
        } catch (MessagingException exception) {
            throw new MailNotWrittenException(exception);
        }
    }

    private void sendDigest() {
        try {
            digest.send();
        } catch (MessagingException exception) {
            throw new MailNotWrittenException(exception);
        }
    }

    private static void retryLater(ExecutionComplete failed, ExecutionOperations<String> operations) {
        var failure = failure(failed);
        int failures = failed.getExecution().consecutiveFailures + 1;
        boolean isKept = failure.isPermanent() || failures >= MAX_ATTEMPTS;
        LOG.warn(
                "A mail to a student could not be sent: message {}, attempt {}, {}. {}",
                failed.getExecution().getId(),
                failures,
                failure,
                isKept ? "It waits for an admin at /advisor/mail." : "It is sent again later.");
        operations.reschedule(failed, isKept ? NEVER : failed.getTimeDone().plus(delayAfter(failures)), failure.name());
    }

    private static void retryDigest(ExecutionComplete failed, ExecutionOperations<String> operations) {
        var failure = failure(failed);
        LOG.warn("The mail to the desk could not be sent: {}. It is sent again later.", failure);
        operations.reschedule(failed, failed.getTimeDone().plus(DIGEST_INTERVAL), failure.name());
    }

    private static MailFailure failure(ExecutionComplete failed) {
        return failed.getCause().map(MailFailure::of).orElse(MailFailure.OTHER);
    }

    /** A mail can't be written, for example because an address is invalid. */
    private static final class MailNotWrittenException extends RuntimeException {

        private static final long serialVersionUID = 1;

        MailNotWrittenException(MessagingException cause) {
            super(cause);
        }
    }
}
