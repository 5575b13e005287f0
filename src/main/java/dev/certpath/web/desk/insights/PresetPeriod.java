package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.PeriodParameters;

/**
 * A predefined period.
 *
 * @param code the last part of its message key
 * @param parameters its query parameters
 */
public record PresetPeriod(String code, PeriodParameters parameters) {}
