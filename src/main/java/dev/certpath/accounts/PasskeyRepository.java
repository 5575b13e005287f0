package dev.certpath.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists, renames and removes passkeys by the username of their owner. Spring Security's repositories of the same tables add
 * them and check logins; they find neither the number of passkeys nor change one without writing all of it.
 */
@Repository
class PasskeyRepository {

    private static final String IS_OF_OWNER =
            " user_entity_user_id in (select id from user_entities where name = :username)";

    private final JdbcClient database;

    PasskeyRepository(JdbcClient database) {
        this.database = database;
    }

    /** Finds the passkeys of an account, the oldest first. */
    List<Passkey> findAll(String username) {
        return database.sql("select credential_id, label, created, last_used from user_credentials where" + IS_OF_OWNER
                        + " order by created, credential_id")
                .param("username", username)
                .query(PasskeyRepository::toPasskey)
                .list();
    }

    int count(String username) {
        return database.sql("select count(*) from user_credentials where" + IS_OF_OWNER)
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    /** Counts the passkeys of all accounts that have some. */
    Map<String, Integer> countByUsername() {
        return database
                .sql("select u.name, count(*) as passkeys from user_entities u join user_credentials c"
                        + " on c.user_entity_user_id = u.id group by u.name")
                .query((row, number) -> Map.entry(row.getString("name"), row.getInt("passkeys")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Renames a passkey; returns the number of changed rows, 0 when the account has no such passkey. */
    int rename(String username, String id, String name) {
        return database.sql("update user_credentials set label = :name where credential_id = :id and" + IS_OF_OWNER)
                .param("username", username)
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** Deletes a passkey; returns the number of deleted rows, 0 when the account has no such passkey. */
    int delete(String username, String id) {
        return database.sql("delete from user_credentials where credential_id = :id and" + IS_OF_OWNER)
                .param("username", username)
                .param("id", id)
                .update();
    }

    /** Deletes all passkeys of an account. */
    void deleteAll(String username) {
        database.sql("delete from user_credentials where" + IS_OF_OWNER)
                .param("username", username)
                .update();
    }

    private static Passkey toPasskey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getString("credential_id"),
                row.getString("label"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("last_used", OffsetDateTime.class).toInstant());
    }
}
