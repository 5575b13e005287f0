package dev.certpath.infrastructure;

import dev.certpath.web.url.InvalidSettingException;
import dev.certpath.web.url.IpAddress;
import dev.certpath.web.url.PublicUrl;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Configures Tomcat's {@code RemoteIpValve} to believe the {@code X-Forwarded-*} headers of the addresses and networks in
 * {@code CERTPATH_TRUSTED_PROXIES}, and of no others. Checks {@code CERTPATH_URL}.
 */
final class ProxyEnvironmentPostProcessor implements EnvironmentPostProcessor {

    private static final String TRUSTED_PROXIES = "certpath.trusted-proxies";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var proxies = environment.getProperty(TRUSTED_PROXIES, "");
        if (StringUtils.hasText(proxies)) {
            // Before application.yaml, whose default is to believe no headers.
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "trusted proxies",
                            Map.of(
                                    "server.forward-headers-strategy",
                                    "native",
                                    "server.tomcat.remoteip.internal-proxies",
                                    networks(proxies))));
        }
        var url = environment.getProperty(PublicUrl.PROPERTY, "");
        if (StringUtils.hasText(url)) {
            var contextPath = environment.getProperty("server.servlet.context-path", "");
            PublicUrl.validate(url, contextPath, StringUtils.hasText(proxies));
        }
    }

    /** Returns the networks in CIDR notation, which is how the valve tells them from a regular expression. */
    private static String networks(String proxies) {
        return Stream.of(proxies.split(","))
                .map(String::strip)
                .map(ProxyEnvironmentPostProcessor::network)
                .collect(Collectors.joining(","));
    }

    private static String network(String proxy) {
        var address = IpAddress.parse(proxy.replaceFirst("/.*", "")).orElseThrow(() -> invalid(proxy));
        var network = proxy.contains("/") ? proxy : proxy + "/" + address.getAddress().length * Byte.SIZE;
        try {
            return new NetMask(network).toString();
        } catch (IllegalArgumentException invalidPrefixLength) {
            throw invalid(proxy);
        }
    }

    private static InvalidSettingException invalid(String proxy) {
        return new InvalidSettingException(
                "CERTPATH_TRUSTED_PROXIES has something that is no IP address or network: " + proxy,
                "Set CERTPATH_TRUSTED_PROXIES to addresses and networks such as 10.0.0.5,10.1.0.0/16, with commas between.");
    }
}
