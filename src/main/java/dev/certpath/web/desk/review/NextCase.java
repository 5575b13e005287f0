package dev.certpath.web.desk.review;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.QueueNavigation;
import dev.certpath.web.desk.queue.QueueNavigation.CaseLink;
import org.springframework.stereotype.Component;

/** Finds the page on which an advisor goes on: the next case, or the queue if there is none. */
@Component
class NextCase {

    private final CaseReviewService reviews;
    private final AccountService accounts;
    private final QueueNavigation navigation;
    private final DeskUrls urls;

    NextCase(CaseReviewService reviews, AccountService accounts, QueueNavigation navigation, DeskUrls urls) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.navigation = navigation;
        this.urls = urls;
    }

    /**
     * A page to go on with.
     *
     * @param url the page
     * @param isCase whether it is the page of a case
     */
    public record Page(String url, boolean isCase) {}

    /** Assigns the case to the advisor whose student waits longest and that nobody has. */
    Page take(String advisor) {
        return reviews.takeNext(advisor, accounts.findDisabledUsernames())
                .map(id -> new Page(urls.caseUrl(id), true))
                .orElseGet(() -> new Page(urls.queue(), false));
    }

    /** Finds the case after one that was opened from a list; if it was not opened from a list, takes the next one. */
    Page after(QueueParameters list, String advisor) {
        return list.isEmpty()
                ? take(advisor)
                : navigation
                        .findAdjacent(list, advisor)
                        .next()
                        .map(CaseLink::url)
                        .map(url -> new Page(url, true))
                        .orElseGet(() -> new Page(urls.queue(list.without(QueueParameters.AFTER)), false));
    }
}
