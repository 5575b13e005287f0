package dev.certpath.web.api;

/** Where the JSON API is. */
public final class ApiPaths {

    /** Every path of the API starts with this; errors below it are problem documents. */
    public static final String PREFIX = "/api/";

    private ApiPaths() {}
}
