package dev.certpath.web.desk.login;

import dev.certpath.network.ClientNetwork;
import dev.certpath.web.desk.account.DeviceCookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A login as it was submitted, and where it comes from.
 *
 * @param username the username with all of its characters: Spring Security's filter removes control characters from both
 *     ends of the one in its token, so that many spellings would be one account
 * @param clientNetwork the client's address, or the block of addresses that count as one
 * @param deviceToken the token of a known device; empty without one
 */
public record LoginDetails(String username, String clientNetwork, String deviceToken) {

    static LoginDetails of(HttpServletRequest request) {
        return new LoginDetails(
                LastUsername.submitted(request),
                ClientNetwork.of(request.getRemoteAddr()),
                DeviceCookie.token(request));
    }
}
