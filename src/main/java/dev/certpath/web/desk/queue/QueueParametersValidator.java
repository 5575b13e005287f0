package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.Cohort;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.KeysetPosition;
import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.desk.QueueParameters;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/** Validates the query parameters of the queue. The fields of the errors are the names of the parameters. */
@Component
class QueueParametersValidator {

    /** The maximum length of an e-mail address (RFC 5321); names are shorter. */
    private static final int MAX_TEXT_LENGTH = 254;

    /** The filters whose values are codes of the guide, beside those by answers. */
    private static final Set<String> GUIDE_FILTERS =
            Set.of(QueueParameters.FIRST, QueueParameters.REASON, QueueParameters.RULE);

    /** The format of the codes in a guide. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final QueueFilterOptions options;
    private final QueueQueryParser parser;
    private final CaseSearch search;
    private final AccountService accounts;
    private final DryRunFilter dryRunFilter;

    QueueParametersValidator(
            QueueFilterOptions options,
            QueueQueryParser parser,
            CaseSearch search,
            AccountService accounts,
            DryRunFilter dryRunFilter) {
        this.options = options;
        this.parser = parser;
        this.search = search;
        this.accounts = accounts;
        this.dryRunFilter = dryRunFilter;
    }

    /** Validates all parameters; the result has every error. */
    BindingResult validate(QueueParameters parameters) {
        var result = new MapBindingResult(parameters.values(), QueueParameters.MODEL_ATTRIBUTE);
        for (var list : options.lists()) {
            var value = parameters.value(list.name());
            if (!value.isEmpty() && !list.contains(value) && !isUsedByCases(list.name(), value)) {
                result.rejectValue(list.name(), "queue.unknown", new Object[] {value, list.label()}, null);
            }
        }
        new PeriodParameters(parameters.value(QueueParameters.FROM), parameters.value(QueueParameters.TO))
                .validate(result);
        validateCohort(parameters.value(QueueParameters.COHORT), result);
        validateText(parameters.value(QueueParameters.TEXT), result);
        validateOrder(parameters, result);
        var change = parameters.value(QueueParameters.CHANGE);
        if (!change.isEmpty() && !dryRunFilter.isValid(change)) {
            rejectUnknown(QueueParameters.CHANGE, change, result);
        }
        return result;
    }

    private static void validateCohort(String cohort, Errors errors) {
        if (!cohort.isEmpty() && Cohort.parse(cohort).isEmpty()) {
            errors.rejectValue(QueueParameters.COHORT, "queue.cohort");
        }
    }

    private static void validateText(String text, Errors errors) {
        if (text.length() > MAX_TEXT_LENGTH) {
            errors.rejectValue(QueueParameters.TEXT, "queue.text.long", new Object[] {MAX_TEXT_LENGTH}, null);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue(QueueParameters.TEXT, "queue.text.control-characters");
        }
    }

    private void validateOrder(QueueParameters parameters, Errors errors) {
        var sort = parameters.value(QueueParameters.SORT);
        if (!sort.isEmpty() && CaseSortOrder.of(sort).isEmpty()) {
            rejectUnknown(QueueParameters.SORT, sort, errors);
            return;
        }
        var after = parameters.value(QueueParameters.AFTER);
        boolean isPosition = KeysetPosition.parse(after)
                .filter(parser.sortOrder(parameters)::hasPosition)
                .isPresent();
        if (!after.isEmpty() && !isPosition) {
            rejectUnknown(QueueParameters.AFTER, after, errors);
        }
    }

    /**
     * Whether a value that the options lack is valid nevertheless: a case can be assigned to a disabled account, and can
     * have codes of an earlier edition of the guide.
     */
    private boolean isUsedByCases(String filter, String value) {
        if (filter.equals(QueueParameters.ASSIGNEE)) {
            return accounts.find(value).isPresent();
        }
        return (GUIDE_FILTERS.contains(filter) || options.isAnswer(filter))
                && CODE.matcher(value).matches()
                && search.count(parser.toFilter(QueueParameters.of(Map.of(filter, value)), parser.viewer("")))
                                .count()
                        > 0;
    }

    /** Rejects with the message key {@code queue.unknown.<name>}. */
    private static void rejectUnknown(String name, String value, Errors errors) {
        errors.rejectValue(name, "queue.unknown", new Object[] {value}, null);
    }
}
