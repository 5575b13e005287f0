package dev.certpath.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that advisors know of a case.
 *
 * @param saved what the student sees
 * @param assignee the username of the advisor who has it, if one does
 * @param contact who asked, if they left it
 * @param notes what advisors wrote for each other, newest first
 * @param timeline every act, newest first
 * @param allowed what can be done with it now
 */
public record CaseDetails(
        SavedRecommendation saved,
        Optional<String> assignee,
        Optional<ContactDetails> contact,
        List<CommentView> notes,
        List<TimelineEntry> timeline,
        Set<CaseAction.Kind> allowed) {}
