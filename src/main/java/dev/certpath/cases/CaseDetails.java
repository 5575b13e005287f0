package dev.certpath.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case as advisors see it.
 *
 * @param saved the part that the student sees too
 * @param assignee the username of the advisor to whom the case is assigned, if any
 * @param contact the student's contact details, if any are stored
 * @param notes the notes for advisors, newest first
 * @param timeline the first page of the timeline
 * @param allowedActions the actions that the case allows in its current state
 */
public record CaseDetails(
        SavedRecommendation saved,
        Optional<String> assignee,
        Optional<ContactDetails> contact,
        List<CaseCommentView> notes,
        TimelinePage timeline,
        Set<CaseAction.Type> allowedActions) {}
