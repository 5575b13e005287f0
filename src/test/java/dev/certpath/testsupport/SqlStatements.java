package dev.certpath.testsupport;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Records the SQL statements that an application executes for requests, below the connection pool, so that those of
 * Hibernate, {@code JdbcClient} and Spring Session are among them. Statements of scheduled jobs are not recorded.
 */
public final class SqlStatements
        implements ApplicationContextInitializer<GenericApplicationContext>,
                BeanPostProcessor,
                Filter,
                QueryExecutionListener {

    /** The verb of a statement and its first table, also that of a subquery. */
    private static final Pattern VERB_AND_TABLE = Pattern.compile(
            "\\(*(select)\\b.*?\\bfrom (?:\\(select\\b.*?\\bfrom )?(\\w+).*|(insert into|update|delete from) (\\w+).*");

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** Each request holds a read lock until it has ended, which is after the client has received the response. */
    private final ReentrantReadWriteLock requests = new ReentrantReadWriteLock();

    /** Performs an action and returns the statements of its requests, each as its verb and its first table. */
    public List<String> of(Runnable action) {
        statements.clear();
        action.run();
        requests.writeLock().lock();
        requests.writeLock().unlock();
        return statements.stream().map(SqlStatements::abbreviate).toList();
    }

    private static String abbreviate(String statement) {
        var words = statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        var standard = words.replaceFirst("^merge into", "insert into") // of Spring Session, on H2 only
                .replaceAll("extract\\(.*?\\)", "extract");
        return VERB_AND_TABLE.matcher(standard).replaceAll("$1$3 $2$4");
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
        var registration = new FilterRegistrationBean<>(this);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        context.registerBean("sqlStatementFilter", FilterRegistrationBean.class, () -> registration);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            var connections = new DriverManagerDataSource(pool.getJdbcUrl());
            pool.setDataSource(
                    ProxyDataSourceBuilder.create(connections).listener(this).build());
        }
        return bean;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        requests.readLock().lock();
        try {
            chain.doFilter(request, response);
        } finally {
            requests.readLock().unlock();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        boolean isOfRequest = requests.getReadHoldCount() > 0;
        if (isOfRequest) {
            queries.forEach(query -> statements.add(query.getQuery()));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // They are recorded before, so that those that fail are, too.
    }
}
