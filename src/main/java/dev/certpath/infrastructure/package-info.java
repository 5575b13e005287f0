/**
 * Bean configuration, Tomcat valves, error pages, overload protection, scheduled jobs,
 * backups, the management port and start-up.
 *
 * <p>It may use every other package; no other package uses it.
 */
@NullMarked
package dev.certpath.infrastructure;

import org.jspecify.annotations.NullMarked;
