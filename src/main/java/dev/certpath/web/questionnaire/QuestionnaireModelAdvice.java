package dev.certpath.web.questionnaire;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of this door has at hand. */
@ControllerAdvice(basePackageClasses = QuestionnaireModelAdvice.class)
class QuestionnaireModelAdvice {

    private final QuestionnaireUrls addresses;

    QuestionnaireModelAdvice(QuestionnaireUrls addresses) {
        this.addresses = addresses;
    }

    @ModelAttribute("addresses")
    QuestionnaireUrls addresses() {
        return addresses;
    }
}
