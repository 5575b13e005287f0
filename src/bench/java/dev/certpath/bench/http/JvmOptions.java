package dev.certpath.bench.http;

import java.util.List;

/** The options of the JVM of all applications that are compared. */
final class JvmOptions {

    static final List<String> COMMON = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private JvmOptions() {}
}
