package dev.certpath.web.desk;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the desk needs. */
@ControllerAdvice(basePackageClasses = DeskModelAdvice.class)
class DeskModelAdvice {

    private final DeskUrls addresses;

    DeskModelAdvice(DeskUrls addresses) {
        this.addresses = addresses;
    }

    @ModelAttribute("addresses")
    DeskUrls addresses() {
        return addresses;
    }

    /** No page of the desk is for search engines. */
    @ModelAttribute("private")
    boolean isPrivate() {
        return true;
    }
}
