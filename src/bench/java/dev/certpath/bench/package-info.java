/** Measures, and prints ratios of two sides that ran alternately on the same machine. */
package dev.certpath.bench;
