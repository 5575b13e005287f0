package dev.certpath.web.api;

/** The paths of the JSON API. */
public final class ApiPaths {

    /** The prefix of all paths of the API. Errors below it are problem details. */
    public static final String PREFIX = "/api/";

    private ApiPaths() {}
}
