package dev.certpath.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.certpath.cases.MessageDeliveryService;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mail.javamail.JavaMailSender;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** The mail queue, if a mail server is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnMailServer.class)
class MailConfiguration {

    /** A server that hangs occupies a thread for some seconds; other mails are sent by the second thread in that time. */
    private static final int THREADS = 2;

    /** A killed instance is noticed after some missed heartbeats; then another one, or its successor, sends its mails. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /** For mails whose time has come after a failure; others are sent at once. */
    private static final Duration POLLING_INTERVAL = Duration.ofSeconds(10);

    private static final Duration SHUTDOWN_MAX_WAIT = Duration.ofSeconds(15);

    @Bean
    MailQueue mailQueue(
            Scheduler mailScheduler,
            DeskNoticeRepository notices,
            MessageDeliveryService deliveries,
            MailSettings settings,
            Clock clock) {
        return new MailQueue(mailScheduler, notices, deliveries, settings, clock);
    }

    /** The scheduler takes part in the application's transactions. It logs no failures, whose texts contain addresses. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    Scheduler mailScheduler(DataSource dataSource, MailTasks tasks, Clock clock) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks.studentTask())
                .startTasks(tasks.digestTask())
                .serializer(new StringSerializer())
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(POLLING_INTERVAL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_MAX_WAIT)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    @Bean
    MailTasks mailTasks(
            MessageDeliveryService deliveries,
            DeskNoticeRepository notices,
            JavaMailSender sender,
            MailWriter writer,
            MailSettings settings) {
        return new MailTasks(
                new StudentMail(deliveries, writer, sender, settings),
                new DeskDigest(notices, deliveries, writer, sender, settings));
    }

    @Bean
    DeskNoticeRepository deskNotices(JdbcClient database) {
        return new DeskNoticeRepository(database);
    }

    /** Mails have a template engine of their own, because pages resolve every template as HTML. */
    @Bean
    MailWriter mailWriter(
            JavaMailSender sender,
            ApplicationContext context,
            MessageSource messages,
            MailSettings settings,
            Clock clock) {
        return new MailWriter(sender, templateEngine(context), messages, settings, clock);
    }

    private static ITemplateEngine templateEngine(ApplicationContext context) {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver(context, "*.txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(context, "*.html", TemplateMode.HTML));
        return engine;
    }

    private static SpringResourceTemplateResolver resolver(
            ApplicationContext context, String pattern, TemplateMode mode) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/mail/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
