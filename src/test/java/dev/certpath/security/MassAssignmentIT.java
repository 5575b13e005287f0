package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A form writes its own fields and nothing else, whatever further parameters it has: here, the names of all columns. Of two
 * rows that were written with and without them, only what is different for every row differs.
 */
@OnEveryDatabase
class MassAssignmentIT {

    private static final List<String> TABLES =
            List.of("cases", "contacts", "messages", "remarks", "case_events", "accounts");
    private static final String NEW_PASSWORD = "nine copper kettles under snow";

    /** Values that such columns accept; all others are sent as a number, which text accepts, too. */
    private static final Map<String, String> VALUES = Map.of(
            "status", "decided",
            "role", "admin",
            "enabled", "false",
            "must_change_password", "false",
            "page_may_be_mailed", "true",
            "opened_at", "2020-01-01T00:00:00Z",
            "asked_at", "2020-01-01T00:00:00Z",
            "changed_at", "2020-01-01T00:00:00Z",
            "created_at", "2020-01-01T00:00:00Z");

    private final DeskFixture desk = DeskFixture.shared();
    private final JdbcClient database = desk.bean(JdbcClient.class);

    @Test
    void columnsAreFound() {
        assertThat(furtherParameters())
                .containsKeys(
                        "status", "assignee", "role", "enabled", "version", "generation", "opened_at", "openedAt");
    }

    @Test
    void savingWritesAnswersOnly() {
        var answers = Map.of(
                "employerCloud",
                "aws",
                "targetIndustry",
                "retail",
                "roleFocus",
                "mlops",
                "mlBackground",
                "practitioner");
        var addresses = Stream.of(false, true)
                .map(isExtended -> desk.browser()
                        .postsWithoutRedirect("/recommendations", extended(answers, isExtended))
                        .gets(303)
                        .header("Location")
                        .replaceFirst(".*/", ""))
                .toList();
        assertThat(caseOf(addresses.get(1))).isEqualTo(caseOf(addresses.get(0)));
    }

    @ParameterizedTest
    @CsvSource({"ask, 'name=Ann,email=ann@example.org,note=Hello'", "withdraw, ''"})
    void formsOfStudentsWriteTheirFieldsOnly(String form, String fields) {
        assertWritesTheSame(desk.browser(), "/recommendations/%s/" + form, fields);
    }

    @ParameterizedTest
    @CsvSource({
        "'move=take,version=0'",
        "'move=note,note=A note,version=0'",
        "'move=message,message=Some words,version=0'",
        "'move=decide,verdict=agree,words=Some words,version=0'",
        "'move=close,closing=The end,version=0'"
    })
    void formsOfACaseWriteTheirFieldsOnly(String fields) {
        var advisor = desk.browserOf(desk.newAdvisor()).opens("/advisor/password");
        assertWritesTheSame(advisor, "/advisor/cases/%s", fields + ",_csrf=" + advisor.csrfToken());
    }

    @Test
    void nextCaseWritesTheAssigneeOnly() {
        var advisor = desk.browserOf(desk.newAdvisor()).opens("/advisor/password");
        var rows = Stream.of(false, true)
                .map(isExtended -> {
                    var waiting = desk.caseOf("aws");
                    desk.browser()
                            .postsWithoutRedirect("/recommendations/" + waiting.id() + "/ask", Map.of("note", "Hello"))
                            .gets(303);
                    advisor.postsWithoutRedirect(
                                    "/advisor/next", extended(Map.of("_csrf", advisor.csrfToken()), isExtended))
                            .gets(303)
                            .opens("/advisor/password");
                    return caseOf(waiting.id());
                })
                .toList();
        assertThat(rows.get(1)).isEqualTo(rows.get(0)).asString().contains("what=take");
    }

    @Test
    void accountsHaveNoOtherFieldsThanTheForm() {
        var admin = desk.browserOf(desk.newAdmin()).opens("/advisor/accounts");
        var token = admin.csrfToken();
        for (var act : List.of("ADD", "RESET", "LIFT", "DISABLE", "ENABLE")) {
            var accounts = Stream.of(false, true)
                    .map(isExtended -> {
                        var name = isExtended ? "extended" : "plain";
                        var form = Map.of("_csrf", token, "act", act, "username", name, "role", "advisor");
                        admin.postsWithoutRedirect("/advisor/accounts", extended(form, isExtended));
                        assertThat(admin.page().status()).isIn(200, 303);
                        return account(name);
                    })
                    .toList();
            assertThat(accounts.get(1)).as(act).isEqualTo(accounts.get(0)).isNotEmpty();
        }
    }

    @Test
    void ownPasswordIsTheOnlyFieldOfItsForm() {
        var accounts = Stream.of(false, true)
                .map(isExtended -> {
                    var name = desk.newAdvisor();
                    var advisor = desk.browserOf(name).opens("/advisor/password");
                    var form = Map.of(
                            "_csrf",
                            advisor.csrfToken(),
                            "current",
                            DeskFixture.PASSWORD,
                            "wanted",
                            NEW_PASSWORD,
                            "again",
                            NEW_PASSWORD);
                    advisor.postsWithoutRedirect("/advisor/password", extended(form, isExtended))
                            .gets(303);
                    return account(name);
                })
                .toList();
        assertThat(accounts.get(1)).isEqualTo(accounts.get(0)).isNotEmpty();
    }

    private void assertWritesTheSame(HttpBrowser user, String address, String fields) {
        var rows = Stream.of(false, true)
                .map(isExtended -> {
                    SavedRecommendation saved = desk.caseOf("aws");
                    user.postsWithoutRedirect(address.formatted(saved.id()), extended(fieldsOf(fields), isExtended))
                            .gets(303);
                    return caseOf(saved.id());
                })
                .toList();
        assertThat(rows.get(1)).isEqualTo(rows.get(0));
    }

    private static Map<String, String> fieldsOf(String fields) {
        return Stream.of(fields.split(","))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> field.substring(field.indexOf('=') + 1)));
    }

    private Map<String, String> extended(Map<String, String> form, boolean isExtended) {
        var all = new HashMap<String, String>();
        if (isExtended) {
            all.putAll(furtherParameters());
            all.remove("cohort"); // a field of the first form, and a column with the same name
        }
        all.putAll(form);
        return all;
    }

    /** The names of all columns, as they are and as properties are written. */
    private Map<String, String> furtherParameters() {
        var parameters = new HashMap<String, String>();
        database.sql("select lower(column_name) from information_schema.columns where lower(table_name) in (:tables)")
                .param("tables", TABLES)
                .query(String.class)
                .list()
                .forEach(column -> Stream.of(column, property(column))
                        .forEach(name -> parameters.put(name, VALUES.getOrDefault(column, "99"))));
        return parameters;
    }

    private static String property(String column) {
        var words = List.of(column.split("_"));
        return words.get(0)
                + words.stream()
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** All rows of a case without what is different for each case. */
    private List<Map<String, Object>> caseOf(String id) {
        var rows = new ArrayList<Map<String, Object>>();
        rows.addAll(rows("select * from cases where address = ?", id));
        for (var table : List.of("contacts", "messages", "remarks", "case_events")) {
            rows.addAll(rows(
                    "select t.* from " + table + " t join cases c on c.id = t.case_id where c.address = ? order by 1",
                    id));
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private List<Map<String, Object>> account(String username) {
        return rows("select * from accounts where username = ?", username);
    }

    private List<Map<String, Object>> rows(String sql, String parameter) {
        var rows = database.sql(sql).param(parameter).query().listOfRows();
        return rows.stream().map(MassAssignmentIT::withoutIdentity).toList();
    }

    private static Map<String, Object> withoutIdentity(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(column -> column.getValue() != null)
                .filter(column -> !List.of(
                                "id",
                                "case_id",
                                "address",
                                "share_address",
                                "share_id",
                                "reference",
                                "username",
                                "password_hash",
                                "who")
                        .contains(column.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(column -> column.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
