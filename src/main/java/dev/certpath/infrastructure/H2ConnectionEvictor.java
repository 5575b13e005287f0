package dev.certpath.infrastructure;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Makes the pool evict connections to an embedded database that has closed itself, as H2 does when a write fails. Such
 * connections still report to be valid; a new connection opens the database again.
 */
public final class H2ConnectionEvictor implements SQLExceptionOverride {

    private static final int DATABASE_CLOSED = 90098; // H2's error code

    @java.lang.Override // the other Override is HikariCP's enum
    public Override adjudicate(SQLException failure) {
        return failure.getErrorCode() == DATABASE_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
