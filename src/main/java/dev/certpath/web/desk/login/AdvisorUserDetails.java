package dev.certpath.web.desk.login;

import dev.certpath.accounts.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account as Spring Security sees it. Once someone is logged in it is part of the session, without the password. */
final class AdvisorUserDetails extends User {

    private final int generation;

    AdvisorUserDetails(Account account, Instant now) {
        super(
                account.username(),
                account.passwordHash(),
                account.isEnabled(),
                true,
                true,
                !account.waitsAt(now),
                authorities(account));
        this.generation = account.generation();
    }

    /** The account's generation when it logged in. */
    int generation() {
        return generation;
    }

    private static List<GrantedAuthority> authorities(Account account) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_ADVISOR"));
        if (account.role() == Account.Role.ADMIN) {
            authorities.add(new SimpleGrantedAuthority("ROLE_ADMIN"));
        }
        return authorities;
    }
}
