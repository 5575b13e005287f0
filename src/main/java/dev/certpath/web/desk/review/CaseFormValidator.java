package dev.certpath.web.desk.review;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.guide.DecisionReasons;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Validates the submitted form of a case and converts it to the action. */
@Component
class CaseFormValidator {

    private final AccountService accounts;
    private final DecisionReasons reasons;

    CaseFormValidator(AccountService accounts, DecisionReasons reasons) {
        this.accounts = accounts;
        this.reasons = reasons;
    }

    /** Returns the action; empty if the form has errors. */
    Optional<CaseAction> toAction(CaseForms forms, CaseAction.Type type, CaseDetails details) {
        var saved = details.saved();
        var context = new CaseFormContext(
                saved.recommendation(), saved.progress().isStudentWaiting(), reasons, this::isAdvisor);
        return forms.toAction(type, details, context);
    }

    private boolean isAdvisor(String username) {
        return accounts.findEnabledUsernames().contains(username);
    }
}
