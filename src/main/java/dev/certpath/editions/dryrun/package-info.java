/**
 * What an edition would change before it is published: for every combination of answers, and for every saved case.
 *
 * <p>{@link dev.certpath.editions.dryrun.DryRunService} calculates in the background and stores the result, so that all
 * instances show the same one and a publication keeps it. The package that has saved cases provides them as {@link
 * dev.certpath.editions.dryrun.SavedCases}.
 */
@NullMarked
package dev.certpath.editions.dryrun;

import org.jspecify.annotations.NullMarked;
