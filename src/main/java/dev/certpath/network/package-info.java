/**
 * Network addresses of clients, as limits and counters use them.
 *
 * <p>Start with {@link dev.certpath.network.ClientNetwork}. It uses no other package of the application.
 */
@NullMarked
package dev.certpath.network;

import org.jspecify.annotations.NullMarked;
