package dev.certpath.testsupport;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database server, which several sites can use at once, and which can go away. */
public final class H2Server implements AutoCloseable {

    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    private static final int ANY_FREE_PORT = 0;

    private final Path folder;
    private Server server;

    private H2Server(Path folder) {
        this.folder = folder;
        this.server = started(ANY_FREE_PORT);
    }

    /** Starts a server that keeps its data in that folder. */
    public static H2Server in(Path folder) {
        return new H2Server(folder);
    }

    /** The settings of an application that keeps its data there, and waits half as long for it as people's would. */
    public String[] settings() {
        return new String[] {
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/certpath" + OPTIONS,
            "spring.datasource.username=sa",
            "spring.datasource.password="
        };
    }

    /** Nobody can reach it any more, and whoever was connected is cut off. */
    public void goesAway() {
        server.stop();
    }

    /** It is there again, with everything it had. */
    public void comesBack() {
        server = started(server.getPort());
    }

    @Override
    public void close() {
        goesAway();
    }

    private Server started(int port) {
        try {
            return Server.createTcpServer(
                            "-tcpPort", Integer.toString(port), "-ifNotExists", "-baseDir", folder.toString())
                    .start();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
