package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser is recognized as a known device, see {@link KnownDevices}. */
@Component
public class DeviceCookie {

    /** The name of the cookie. */
    public static final String NAME = "certpath-device";

    private final KnownDevices devices;

    DeviceCookie(KnownDevices devices) {
        this.devices = devices;
    }

    /** The token that a browser sends; empty without one. */
    public static String token(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    /** Finds the id of the account that has logged in on the device that sends a request; empty without a login before. */
    public Optional<Long> findAccountId(HttpServletRequest request) {
        return devices.findAccountId(token(request));
    }

    /** Makes the browser a known device of an account that has just logged in or changed its password. */
    public void issue(Account account, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, devices.issueToken(account, token(request)))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(request.getContextPath() + "/")
                .maxAge(KnownDevices.VALIDITY)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
