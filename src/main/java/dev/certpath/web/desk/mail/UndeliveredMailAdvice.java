package dev.certpath.web.desk.mail;

import dev.certpath.notification.MailQueue;
import dev.certpath.web.desk.DeskUrls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Adds the number of mails that could not be sent, which is queried only by pages that show it to admins. */
@ControllerAdvice(basePackageClasses = DeskUrls.class)
class UndeliveredMailAdvice {

    private final ObjectProvider<MailQueue> queue;

    UndeliveredMailAdvice(ObjectProvider<MailQueue> queue) {
        this.queue = queue;
    }

    @ModelAttribute("undeliveredMails")
    LazyContextVariable<Integer> undeliveredMails() {
        return new LazyContextVariable<>() {
            @Override
            protected Integer loadValue() {
                return queue.stream()
                        .mapToInt(mails -> mails.findUndelivered().size())
                        .sum();
            }
        };
    }
}
