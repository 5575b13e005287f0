/** Measures whole requests to running applications over HTTP. */
package dev.certpath.bench.http;
