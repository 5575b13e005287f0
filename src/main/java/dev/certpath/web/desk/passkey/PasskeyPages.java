package dev.certpath.web.desk.passkey;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The model attributes that the pages of passkeys share. */
@Component
class PasskeyPages {

    private final RelyingPartyResolver relyingParties;
    private final SecondFactorPolicy secondFactor;

    PasskeyPages(RelyingPartyResolver relyingParties, SecondFactorPolicy secondFactor) {
        this.relyingParties = relyingParties;
        this.secondFactor = secondFactor;
    }

    void addTo(ModelAndView page, HttpServletRequest request, Authentication user) {
        relyingParties.find(request).ifPresent(party -> page.addObject("relyingParty", party));
        page.addObject("loginIncomplete", secondFactor.isMissing(user));
    }
}
