package dev.certpath.web.desk.queue;

import java.util.List;

/**
 * Filters that are shown and folded together.
 *
 * @param lists the filters with their values
 * @param open whether they are unfolded, because one of them is active
 */
public record FilterGroup(List<FilterOptionList> lists, boolean open) {}
