package dev.certpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every response of the API is JSON in UTF-8, whatever charset the header Accept asks for. */
class AcceptCharsetTest {

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final ApiClient api = TestApplication.shared().api();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "application/json; charset=UTF-32",
                "application/json;charset=\"utf-16le\"",
                "application/json;charset=iso-8859-1;q=0.9",
                "application/json;charset=x-unknown",
                "application/json;charset=",
                "application/problem+json;charset=utf-32, application/json;charset=utf-16, */*;q=0.1"
            })
    void charsetIsIgnored(String accept) {
        assertUtf8(200, api.gets("/api/v1/guide", "Accept", accept));
        assertUtf8(200, api.gets("/v3/api-docs", "Accept", accept));
        assertUtf8(200, api.posts("/api/v1/preview", BODY, "Accept", accept));
        var saved = api.posts("/api/v1/recommendations", BODY, "Accept", accept);
        assertUtf8(201, saved);
        var id = saved.json().get("id").stringValue();
        assertUtf8(200, api.gets("/api/v1/recommendations/" + id, "Accept", accept));
        assertUtf8(404, api.gets("/api/v1/recommendations/unknown", "Accept", accept));
        assertUtf8(404, api.gets("/api/v1/unknown", "Accept", accept));
        assertUtf8(400, api.posts("/api/v1/preview", "{", "Accept", accept));
        assertUtf8(400, api.posts("/api/v1/recommendations", "{}", "Accept", accept));
        assertUtf8(405, api.posts("/api/v1/guide", "{}", "Accept", accept));
    }

    private static void assertUtf8(int status, ApiClient.Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.header("Content-Type")).matches("application/(problem\\+)?json(;charset=UTF-8)?");
        assertThat(response.json().isObject()).isTrue();
    }
}
