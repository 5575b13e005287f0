package dev.certpath.web.desk.login;

import dev.certpath.accounts.Account;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** The {@link User} of an account. The session of a logged-in user holds it without the password. */
final class AdvisorUserDetails extends User {

    private final int generation;

    AdvisorUserDetails(Account account) {
        super(account.username(), account.passwordHash(), account.isEnabled(), true, true, true, authorities(account));
        this.generation = account.generation();
    }

    /** The generation of the account at the login. */
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
