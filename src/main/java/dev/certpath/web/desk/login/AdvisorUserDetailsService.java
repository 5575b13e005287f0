package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import java.time.Clock;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/**
 * Looks up accounts for Spring Security, which then takes as long over an unknown name, a disabled account and one that
 * waits as over a wrong password.
 */
@Service
class AdvisorUserDetailsService implements UserDetailsService {

    private final AccountService accounts;
    private final Clock clock;

    AdvisorUserDetailsService(AccountService accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return accounts.find(typed)
                .map(account -> new AdvisorUserDetails(account, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }
}
