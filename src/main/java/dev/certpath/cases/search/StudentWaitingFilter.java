package dev.certpath.cases.search;

/** Which cases a {@link KeysetSegment} contains, by whether the student is waiting for an advisor. */
enum StudentWaitingFilter {
    WAITING,
    NOT_WAITING,
    ANY
}
