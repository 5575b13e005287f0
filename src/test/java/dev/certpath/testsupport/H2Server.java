package dev.certpath.testsupport;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** An H2 database server, which several applications can use and which tests can stop. */
public final class H2Server implements AutoCloseable {

    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    private static final int ANY_FREE_PORT = 0;

    private final Path folder;
    private Server server;

    private H2Server(Path folder) {
        this.folder = folder;
        this.server = start(ANY_FREE_PORT);
    }

    /** Starts a server that keeps its data in a folder. */
    public static H2Server in(Path folder) {
        return new H2Server(folder);
    }

    /** Returns the settings of an application that uses this server, with half of the default connection timeout. */
    public String[] settings() {
        return new String[] {
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/certpath" + OPTIONS,
            "spring.datasource.username=sa",
            "spring.datasource.password="
        };
    }

    /** Stops the server and closes all connections. */
    public void stop() {
        server.stop();
    }

    /** Starts the server again on the same port and data. */
    public void restart() {
        server = start(server.getPort());
    }

    @Override
    public void close() {
        stop();
    }

    private Server start(int port) {
        try {
            return Server.createTcpServer(
                            "-tcpPort", Integer.toString(port), "-ifNotExists", "-baseDir", folder.toString())
                    .start();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
