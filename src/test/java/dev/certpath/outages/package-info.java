/** Tests of outages: a process that is killed, a full disk, a database that stops, hangs or can't be reached. */
@NullMarked
package dev.certpath.outages;

import org.jspecify.annotations.NullMarked;
