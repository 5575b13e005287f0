/**
 * Migrations of the database that SQL can't express, beside those in {@code src/main/resources/db/migration}. Flyway looks
 * for both in this package.
 */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
