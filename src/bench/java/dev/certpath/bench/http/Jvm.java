package dev.certpath.bench.http;

import java.util.List;

/** The options of the JVM of all applications that are compared. */
final class Jvm {

    static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private Jvm() {}
}
