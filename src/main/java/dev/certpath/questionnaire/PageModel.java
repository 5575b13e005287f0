package dev.certpath.questionnaire;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of this door has at hand. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {

    private final QuestionnaireAddresses addresses;

    PageModel(QuestionnaireAddresses addresses) {
        this.addresses = addresses;
    }

    @ModelAttribute("addresses")
    QuestionnaireAddresses addresses() {
        return addresses;
    }
}
