package dev.certpath.web.desk;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the model attributes that every page of the desk uses. */
@ControllerAdvice(basePackageClasses = DeskModelAdvice.class)
class DeskModelAdvice {

    private final DeskUrls urls;
    private final GuideUrls guideUrls;

    DeskModelAdvice(DeskUrls urls, GuideUrls guideUrls) {
        this.urls = urls;
        this.guideUrls = guideUrls;
    }

    @ModelAttribute("urls")
    DeskUrls urls() {
        return urls;
    }

    @ModelAttribute("guideUrls")
    GuideUrls guideUrls() {
        return guideUrls;
    }

    /** Makes the layout add {@code noindex}: search engines must not index the desk. */
    @ModelAttribute("private")
    boolean isPrivate() {
        return true;
    }
}
