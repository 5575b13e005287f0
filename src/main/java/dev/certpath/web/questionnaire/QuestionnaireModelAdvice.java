package dev.certpath.web.questionnaire;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the model attributes that every student page uses. */
@ControllerAdvice(basePackageClasses = QuestionnaireModelAdvice.class)
class QuestionnaireModelAdvice {

    private final QuestionnaireUrls urls;

    QuestionnaireModelAdvice(QuestionnaireUrls urls) {
        this.urls = urls;
    }

    @ModelAttribute("urls")
    QuestionnaireUrls urls() {
        return urls;
    }
}
