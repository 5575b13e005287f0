package dev.certpath.desk;

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
class KnownAdvisors implements UserDetailsService {

    private final AccountBook accounts;
    private final Clock clock;

    KnownAdvisors(AccountBook accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        return accounts.find(typed)
                .map(account -> new KnownAdvisor(account, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }
}
