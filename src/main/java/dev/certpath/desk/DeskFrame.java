package dev.certpath.desk;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the desk needs. */
@ControllerAdvice(basePackageClasses = DeskFrame.class)
class DeskFrame {

    private final DeskAddresses addresses;

    DeskFrame(DeskAddresses addresses) {
        this.addresses = addresses;
    }

    @ModelAttribute("addresses")
    DeskAddresses addresses() {
        return addresses;
    }

    /** No page of the desk is for search engines. */
    @ModelAttribute("private")
    boolean isPrivate() {
        return true;
    }
}
