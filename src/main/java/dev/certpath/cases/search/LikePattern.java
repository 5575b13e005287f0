package dev.certpath.cases.search;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** A pattern of SQL's LIKE, in which the characters of a text stand for themselves. */
record LikePattern(String pattern) {

    private static final char ESCAPE = '\\';

    static LikePattern containing(String text) {
        return new LikePattern(
                "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** The column matches. The pattern is a parameter of the query; {@code literal} would write it into the SQL. */
    Predicate matches(Expression<String> column, CriteriaBuilder builder) {
        return builder.like(column, ((HibernateCriteriaBuilder) builder).value(pattern), ESCAPE);
    }
}
