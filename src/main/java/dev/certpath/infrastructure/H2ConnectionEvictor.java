package dev.certpath.infrastructure;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool throw away connections to an embedded database that closed itself, as H2 does when it can't write. They
 * call themselves valid; the next one that is made opens the database again.
 */
public final class H2ConnectionEvictor implements SQLExceptionOverride {

    private static final int DATABASE_CLOSED = 90098; // H2's code

    @java.lang.Override // the other one is the pool's
    public Override adjudicate(SQLException failure) {
        return failure.getErrorCode() == DATABASE_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
