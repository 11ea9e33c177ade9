package org.licencedesk.web.history;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Answer.Undocumented;
import org.licencedesk.web.history.Answer.Unknown;
import org.licencedesk.web.history.Answer.Untouched;
import org.licencedesk.web.history.Operation.Reduce;

/** A reduction that a System Admin asks for, that the account manager accepts, and whose date comes at once (R30). */
final class ReductionDoor implements Door {

    private static final List<String> LET_THE_DATE_COME = List.of(
            "update allowance a join tenant t on t.id = a.tenant_id set a.reduces_on = utc_date()"
                    + " where a.reduces_on is not null and t.slug = ?",
            "update reduction_request r join tenant t on t.id = r.tenant_id set r.effective_on = utc_date()"
                    + " where r.state = 'ACCEPTED' and t.slug = ?");

    private final Site site;

    private final String slug;

    private final String requests;

    private final String admin;

    private final String manager;

    private final Pace pace;

    /**
     * @param admin a token of the tenant
     * @param manager a token of its account manager
     */
    ReductionDoor(Site site, String slug, String admin, String manager, Pace pace) {
        this.site = site;
        this.slug = slug;
        this.requests = "/tenants/" + slug + "/reduction-requests";
        this.admin = admin;
        this.manager = manager;
        this.pace = pace;
    }

    @Override
    public String actor() {
        return manager;
    }

    @Override
    public Answer ask(Operation operation, Optional<Quote> consent) {
        if (!(operation instanceof Reduce reduction)) {
            throw new IllegalArgumentException(operation.toString());
        }
        try {
            Reply asked = as(admin).post(requests, "{'maximum':" + reduction.maximum() + ",'reason':'Fewer people'}");
            String decision = requests + "/" + asked.body().path("id").asText() + "/decision";
            if (asked.status() != 201
                    || as(manager).put(decision, "{'decision':'ACCEPT'}").status() != 200) {
                return new Untouched("not agreed");
            }
            letTheDateCome();
            return outcome();
        } catch (UncheckedIOException | SQLException e) {
            return new Unknown(e.toString());
        }
    }

    private void letTheDateCome() throws SQLException {
        try (Connection connection = site.connect()) {
            connection.setAutoCommit(false);
            for (String sql : LET_THE_DATE_COME) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, slug);
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** What is due comes first, whoever comes to the tenant. */
    private Answer outcome() {
        while (!pace.isOver()) {
            Reply list = as(admin).get(requests);
            String state = list.body().at("/items/0/state").asText();
            switch (state) {
                case "APPLIED" -> {
                    return new Done(Optional.empty(), "");
                }
                case "NOT_APPLIED" -> {
                    return new Refused("too-many-occupied", Optional.empty(), Optional.empty());
                }
                case "SUPERSEDED" -> {
                    return new Untouched(state);
                }
                case "ACCEPTED", "" -> pace.breathe();
                default -> {
                    return new Undocumented(list.text());
                }
            }
        }
        return new Unknown("not yet");
    }

    private Api as(String token) {
        return Api.of(site.nodes().get(0)).as(token);
    }
}
