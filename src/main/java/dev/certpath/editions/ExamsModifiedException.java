package dev.certpath.editions;

/** Thrown when the facts that an admin changes are no longer those that the admin has seen. */
public final class ExamsModifiedException extends RuntimeException {

    private final transient ExamRevision latest;

    ExamsModifiedException(ExamRevision latest) {
        super("Revision " + latest.revision() + " of the exams is newer");
        this.latest = latest;
    }

    /** The revision in force. */
    public ExamRevision latest() {
        return latest;
    }
}
