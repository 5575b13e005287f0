package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CollisionRetry;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Disables accounts and hands over their cases in one transaction, which is repeated after a collision with advisors who
 * work on the same cases. A case that is assigned to the account at the very same moment stays with it; the queue lists
 * such cases among those that nobody works on.
 */
@Service
class AccountDisablingService {

    private final AccountService accounts;
    private final CaseReviewService cases;
    private final CollisionRetry transactions;

    AccountDisablingService(AccountService accounts, CaseReviewService cases, CollisionRetry transactions) {
        this.accounts = accounts;
        this.cases = cases;
        this.transactions = transactions;
    }

    /**
     * Disables an account.
     *
     * @param form the account, and what becomes of its cases
     * @param admin the username of the admin who disables it
     * @return the number of cases that were handed over
     * @throws UndecidedCasesException if the account has open cases and the form does not say what becomes of them
     * @throws dev.certpath.accounts.AccountChangeRejectedException if the change is not allowed
     */
    int disable(DisableForm form, String admin) {
        return transactions.execute(() -> accounts.disable(
                form.username(),
                form.chosenSuccessor(),
                (username, successor) -> handOver(username, successor, form, admin),
                admin));
    }

    private int handOver(String username, Optional<String> successor, DisableForm form, String admin) {
        int count = cases.handOver(username, successor, admin);
        if (count > 0 && !form.isChosen()) {
            throw new UndecidedCasesException();
        }
        return count;
    }
}
