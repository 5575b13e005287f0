package dev.certpath.infrastructure;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Lets a statement of a migration take as long as it needs: one that copies a million cases takes longer than PostgreSQL's
 * driver waits for a result in requests. The connection pool restores its timeout afterwards; H2 has none.
 */
@Component
class MigrationTimeoutCallback extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException cause) {
            throw new FlywayException(cause);
        }
    }
}
