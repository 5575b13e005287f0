package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/**
 * Loads accounts for Spring Security, which takes the same time for an unknown username, a disabled account and a wrong
 * password.
 */
@Service
class AdvisorUserDetailsService implements UserDetailsService, UserDetailsPasswordService {

    private final AccountService accounts;

    AdvisorUserDetailsService(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.find(username)
                .map(AdvisorUserDetails::new)
                .orElseThrow(() -> new UsernameNotFoundException("No account has this username"));
    }

    /** Replaces a hash of an earlier encoding after the password was found to be right. */
    @Override
    public UserDetails updatePassword(UserDetails advisor, @Nullable String newHash) {
        accounts.upgradePasswordHash(
                advisor.getUsername(), Objects.requireNonNull(advisor.getPassword()), Objects.requireNonNull(newHash));
        return advisor;
    }
}
