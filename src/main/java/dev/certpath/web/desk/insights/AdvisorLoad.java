package dev.certpath.web.desk.insights;

/**
 * The cases of an advisor, as a row of a table.
 *
 * @param advisor the username; empty for nobody
 * @param active the open cases
 * @param waiting the open cases whose student waits for an answer
 * @param oldestWait how long the student has been waiting who has waited longest; empty if none waits
 * @param decided the decided cases of the period
 */
public record AdvisorLoad(
        String advisor, CaseCountLink active, CaseCountLink waiting, String oldestWait, CaseCountLink decided) {}
