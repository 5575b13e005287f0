package dev.certpath.web.desk.queue;

import java.util.List;
import java.util.function.Supplier;

/**
 * The advisor who looks at the queue.
 *
 * @param username the username
 * @param absentAdvisors returns the usernames of advisors who don't work on their cases
 */
public record QueueViewer(String username, Supplier<List<String>> absentAdvisors) {}
