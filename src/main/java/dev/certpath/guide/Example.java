package dev.certpath.guide;

/**
 * An example of a student, for whom the start page shows the recommendation.
 *
 * @param text the student in the middle of a sentence after "for"
 * @param answers the answers of the student
 */
public record Example(String text, Answers answers) {}
