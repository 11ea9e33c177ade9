package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.LicenceDataSource;

/**
 * Knows who acts with a token. Asked first at every request, and the database each time, so that a revoked token is refused
 * at once. So it is one plain statement: no transaction, no entity manager, no bean of the container's.
 */
@ApplicationScoped
public class TokenBearers {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final String LIVING =
            "select t.id, t.role, t.tenant_id, t.account_manager_id, t.last_used_at from api_token t"
                    + " left join account_manager m on m.id = t.account_manager_id where t.digest = ?"
                    + " and t.revoked_at is null and (t.expires_at is null or t.expires_at > ?) and m.disabled_at is null";

    @Inject
    private TokenUses uses;

    @Inject
    private TimeSource time;

    /**
     * @param token what a caller sent as its token
     * @return who acts with it, or empty if there is no such token, it was revoked or has expired, or its account manager is
     *     disabled
     */
    public Optional<Actor> find(String token) {
        Instant now = time.now();
        Optional<LivingToken> found = living(new Secret(token).digest(), now);
        found.filter(living -> !living.wasUsedSince(now.minus(NOTED_EVERY)))
                .ifPresent(living -> uses.note(living.id(), now));
        return found.map(LivingToken::actor);
    }

    private static Optional<LivingToken> living(byte[] digest, Instant now) {
        try (Connection connection = LicenceDataSource.borrow();
                PreparedStatement select = connection.prepareStatement(LIVING)) {
            select.setBytes(1, digest);
            select.setObject(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(LivingToken.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("A token could not be looked up", e);
        }
    }
}
