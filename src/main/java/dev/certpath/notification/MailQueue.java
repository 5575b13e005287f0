package dev.certpath.notification;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.certpath.cases.MessageDeliveryService;
import dev.certpath.cases.MessageToStudentEvent;
import dev.certpath.cases.StudentMessageEvent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The queue of mails in the database. A mail is queued in the transaction that is the reason for it, so that it is sent if
 * and only if the transaction commits, also after a crash; a scheduler sends it afterwards, on threads of its own.
 */
public class MailQueue {

    /** After so many attempts in a row the mail to the desk is reported; it is still sent again. */
    private static final int REPORTED_ATTEMPTS = 3;

    private static final TaskInstanceId DIGEST_INSTANCE = MailTasks.DIGEST.instanceId(RecurringTask.INSTANCE);

    private final Scheduler scheduler;
    private final DeskNoticeRepository notices;
    private final MessageDeliveryService deliveries;
    private final MailSettings settings;
    private final Clock clock;

    MailQueue(
            Scheduler scheduler,
            DeskNoticeRepository notices,
            MessageDeliveryService deliveries,
            MailSettings settings,
            Clock clock) {
        this.scheduler = scheduler;
        this.notices = notices;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues the mail to the student about a message, in the transaction that adds the message. */
    @EventListener
    void queueStudentMail(MessageToStudentEvent event) {
        scheduler.scheduleIfNotExists(
                MailTasks.STUDENT.instance(Long.toString(event.messageId())).build(), clock.instant());
    }

    /** Sends it as soon as that transaction is committed. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void sendStudentMail(MessageToStudentEvent event) {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Adds a case to the next mail to the desk, in the transaction that adds the student's message. */
    @EventListener
    void queueDeskNotice(StudentMessageEvent event) {
        if (settings.desk().isPresent()) {
            notices.add(event.caseId(), event.at());
        }
    }

    /** Returns the mails that can't be sent, the oldest failure first. */
    public List<UndeliveredMail> findUndelivered() {
        return Stream.concat(undeliveredDigest().stream(), undeliveredStudentMails())
                .toList();
    }

    /** Sends a mail again, if it is one of those that can't be sent. */
    public void sendAgain(String id) {
        find(id).ifPresent(instance -> {
            scheduler.reschedule(instance, clock.instant());
            scheduler.triggerCheckForDueExecutions();
        });
    }

    /** Gives up a mail, if it is one of those that can't be sent. */
    public void discard(String id) {
        find(id).ifPresent(instance -> {
            if (instance.equals(DIGEST_INSTANCE)) {
                notices.delete(notices.findAll());
                scheduler.reschedule(instance, clock.instant().plus(MailTasks.DIGEST_INTERVAL));
            } else {
                scheduler.cancel(instance);
            }
        });
    }

    private Optional<TaskInstanceId> find(String id) {
        return findUndelivered().stream()
                .filter(mail -> mail.id().equals(id))
                .map(mail -> mail.toDesk() ? DIGEST_INSTANCE : MailTasks.STUDENT.instanceId(id))
                .findFirst();
    }

    private Optional<UndeliveredMail> undeliveredDigest() {
        return scheduler
                .getScheduledExecution(DIGEST_INSTANCE)
                .filter(execution -> execution.getConsecutiveFailures() >= REPORTED_ATTEMPTS)
                .flatMap(execution -> notices.findAll().stream()
                        .findFirst()
                        .map(oldest -> new UndeliveredMail(
                                UndeliveredMail.DIGEST, true, "", oldest.askedAt(), failure(execution))));
    }

    private Stream<UndeliveredMail> undeliveredStudentMails() {
        return scheduler.getScheduledExecutionsForTask(MailTasks.STUDENT.getTaskName(), String.class).stream()
                .filter(execution -> !execution.getExecutionTime().isBefore(MailTasks.NEVER))
                .flatMap(execution -> undelivered(execution).stream())
                .sorted((one, other) -> one.since().compareTo(other.since()));
    }

    /** Returns nothing for a message that was deleted in the meantime, or whose student withdrew: nobody misses that mail. */
    private Optional<UndeliveredMail> undelivered(ScheduledExecution<String> execution) {
        var id = execution.getTaskInstance().getId();
        return deliveries
                .find(Long.parseLong(id))
                .map(delivery -> new UndeliveredMail(
                        id, false, delivery.reference(), delivery.message().at(), failure(execution)));
    }

    private static MailFailure failure(ScheduledExecution<?> execution) {
        return MailFailure.find(Objects.requireNonNullElse((String) execution.getData(), ""));
    }
}
