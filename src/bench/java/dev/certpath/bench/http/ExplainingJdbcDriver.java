package dev.certpath.bench.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;

/** A JDBC driver that also asks the database for the plan of each query, with the parameters with which it is executed. */
public final class ExplainingJdbcDriver implements Driver {

    private static final List<String> PLANS = new ArrayList<>();

    /** Returns the plans since the last call, each after its statement. */
    static List<String> takePlans() {
        synchronized (PLANS) {
            var taken = List.copyOf(PLANS);
            PLANS.clear();
            return taken;
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        var connection = DriverManager.getConnection(url, properties);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            var result = invoke(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? explaining((PreparedStatement) result, (String) arguments[0], connection)
                    : result;
        });
    }

    private static PreparedStatement explaining(PreparedStatement statement, String sql, Connection connection) {
        var parameters = new ArrayList<Call>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                parameters.add(new Call(method, arguments));
            }
            if (method.getName().equals("executeQuery") && sql.startsWith("select")) {
                explain(sql, parameters, connection);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static void explain(String sql, List<Call> parameters, Connection connection) throws Throwable {
        var plan = new StringBuilder(sql);
        try (var explain = connection.prepareStatement("explain " + sql)) {
            for (Call call : parameters) {
                invoke(explain, call.method, call.arguments);
            }
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append('\n').append(rows.getString(1));
                }
            }
        }
        synchronized (PLANS) {
            PLANS.add(plan.toString());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** A call that sets a parameter. */
    private record Call(Method method, Object... arguments) {}

    @Override
    public boolean acceptsURL(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
