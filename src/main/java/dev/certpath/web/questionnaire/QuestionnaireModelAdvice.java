package dev.certpath.web.questionnaire;

import dev.certpath.notification.MailSettings;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the model attributes that every student page uses. */
@ControllerAdvice(basePackageClasses = QuestionnaireModelAdvice.class)
class QuestionnaireModelAdvice {

    private final QuestionnaireUrls urls;
    private final MailSettings mail;

    QuestionnaireModelAdvice(QuestionnaireUrls urls, MailSettings mail) {
        this.urls = urls;
        this.mail = mail;
    }

    /** Whether mails are sent; otherwise no page may promise one. */
    @ModelAttribute("mailEnabled")
    boolean isMailEnabled() {
        return mail.enabled();
    }

    @ModelAttribute("urls")
    QuestionnaireUrls urls() {
        return urls;
    }
}
