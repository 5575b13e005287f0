package dev.certpath.web.desk;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the model attributes that every page of the desk uses. */
@ControllerAdvice(basePackageClasses = DeskModelAdvice.class)
class DeskModelAdvice {

    private final DeskUrls urls;

    DeskModelAdvice(DeskUrls urls) {
        this.urls = urls;
    }

    @ModelAttribute("urls")
    DeskUrls urls() {
        return urls;
    }

    /** Makes the layout add {@code noindex}: search engines must not index the desk. */
    @ModelAttribute("private")
    boolean isPrivate() {
        return true;
    }
}
