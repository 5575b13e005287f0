/** Compares the recommender with rule engines and with a hand-written chain of conditions. */
package dev.certpath.bench.core;
