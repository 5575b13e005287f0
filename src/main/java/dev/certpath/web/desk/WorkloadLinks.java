package dev.certpath.web.desk;

import static dev.certpath.web.desk.QueueParameters.ASSIGNEE;
import static dev.certpath.web.desk.QueueParameters.ATTENTION;
import static dev.certpath.web.desk.QueueParameters.NOBODY;
import static dev.certpath.web.desk.QueueParameters.OPEN;
import static dev.certpath.web.desk.QueueParameters.SORT;
import static dev.certpath.web.desk.QueueParameters.STATUS;
import static dev.certpath.web.desk.QueueParameters.VIEW;

import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseSortOrder;
import java.util.Map;

/** The lists of the queue whose cases a workload counts, those whose student waits longest first. */
public final class WorkloadLinks {

    private static final String LONGEST_WAITING_FIRST = CaseSortOrder.WAITING.toString();

    private WorkloadLinks() {}

    /** The open cases of an advisor. If the username is empty, those of nobody whose student waits: the others need nobody. */
    public static QueueParameters active(String advisor) {
        return advisor.isEmpty() ? waiting("") : open(advisor);
    }

    private static QueueParameters open(String advisor) {
        return QueueParameters.of(
                Map.of(VIEW, QueueParameters.ALL, STATUS, OPEN, ASSIGNEE, advisor, SORT, LONGEST_WAITING_FIRST));
    }

    /** The cases of an advisor whose student waits for an answer; of nobody if the username is empty. */
    public static QueueParameters waiting(String advisor) {
        return QueueParameters.of(Map.of(
                VIEW,
                QueueParameters.ALL,
                ATTENTION,
                AttentionReason.STUDENT_ASKED.toString(),
                ASSIGNEE,
                advisor.isEmpty() ? NOBODY : advisor,
                SORT,
                LONGEST_WAITING_FIRST));
    }
}
