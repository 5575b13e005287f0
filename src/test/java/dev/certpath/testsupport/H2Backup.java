package dev.certpath.testsupport;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.RunScript;

/** Restores backups of the embedded database, as docs/operations.md describes it. */
public final class H2Backup {

    private H2Backup() {}

    /** Restores a backup into a data folder without database. */
    public static void restore(Path backup, Path folder) throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("certpath").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        new RunScript().runTool("-url", url, "-script", backup.toString(), "-options", "compression", "zip");
    }
}
