package dev.certpath.web.desk.queue;

/**
 * A link to a predefined view of the queue.
 *
 * @param view the view
 * @param count how many cases belong to it, as text
 * @param current whether the page shows this view
 */
public record ViewLink(SavedView view, String count, boolean current) {}
