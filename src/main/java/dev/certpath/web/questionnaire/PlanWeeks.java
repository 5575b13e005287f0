package dev.certpath.web.questionnaire;

import dev.certpath.recommend.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Parses the number of weeks until the first exam of a plan in the URLs of pages. */
final class PlanWeeks {

    private PlanWeeks() {}

    /**
     * Parses the number of weeks; the default if there is none.
     *
     * @throws ResponseStatusException with status 400 if it can't be chosen
     */
    static int parse(@Nullable String weeks) {
        return Plan.parseWeeks(weeks).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
