package dev.certpath.desk;

import dev.certpath.OnEveryDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the started application with a database of its own, on every kind of database. All tests that say
 * so share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "CERTPATH_DATA=target/desk-test/${random.uuid}",
            "certpath.data-folder=target", // its room is watched, be there a database in it or not
            "CERTPATH_RATE_LIMIT=off",
            "CERTPATH_ADMIN_PASSWORD=" + Advisors.PASSWORD
        })
@Import(Advisors.class)
@ContextConfiguration(initializers = Advisors.OnItsDatabase.class)
@OnEveryDatabase
@interface DeskTest {}
