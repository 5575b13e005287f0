package dev.certpath.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a case stands, as its student may know it.
 *
 * @param status how far it has come
 * @param askedAt when the student asked an advisor to look, if they did
 * @param hasContact whether the student left anything that says who they are
 * @param messages what advisors wrote to the student, newest first
 */
public record CaseProgress(
        CaseStatus status, Optional<Instant> askedAt, boolean hasContact, List<CommentView> messages) {}
