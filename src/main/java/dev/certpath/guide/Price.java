package dev.certpath.guide;

import org.jspecify.annotations.Nullable;

/**
 * The price of an exam, without tax.
 *
 * @param usd the amount in US dollars
 * @param region the only region for which the price holds; empty if it holds everywhere
 * @param renewalUsd the amount in US dollars of the usual renewal of its certification; null if not known
 */
public record Price(int usd, String region, @Nullable Integer renewalUsd) {}
