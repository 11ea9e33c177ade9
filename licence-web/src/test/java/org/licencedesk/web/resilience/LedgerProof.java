package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** The ledger of a tenant, read as an auditor would, through one node. */
final class LedgerProof {

    private final List<JsonNode> entries;

    private LedgerProof(List<JsonNode> entries) {
        this.entries = entries;
    }

    /**
     * Reads the ledger and checks that it is whole, and that it, the figures and the users' statuses say the same.
     * Nothing may change meanwhile.
     */
    static LedgerProof of(TestTenant tenant, Api admin) {
        LedgerProof ledger = new LedgerProof(items(admin, tenant.path("/ledger?limit=200"), "after"));
        ledger.checkChain();
        ledger.checkReplay();
        JsonNode now = admin.get(tenant.path("/allowance")).body();
        JsonNode last = ledger.entries.get(ledger.entries.size() - 1).path("figures");
        for (String figure : List.of("maximum", "occupied", "available", "overBy")) {
            assertThat(now.path(figure)).as(figure).isEqualTo(last.path(figure));
        }
        assertThat(items(admin, tenant.path("/users?occupiesSeat=true&limit=200"), "cursor"))
                .as("users who occupy a seat")
                .hasSize(now.path("occupied").asInt());
        return ledger;
    }

    /** @return how many entries of the kind there are */
    long count(String kind) {
        return entries.stream().filter(entry -> isOf(kind, entry)).count();
    }

    /** @return how many entries of the kind there are about the user */
    long count(String kind, String user) {
        return entries.stream()
                .filter(entry ->
                        isOf(kind, entry) && entry.path("userId").asText().equals(user))
                .count();
    }

    /** @return how many entries raised the maximum to that number */
    long raisedTo(int maximum) {
        return entries.stream()
                .filter(entry -> isOf("ALLOWANCE_RAISED", entry) && maximum(entry) == maximum)
                .count();
    }

    private void checkChain() {
        String hash = "0".repeat(64);
        Instant at = Instant.MIN;
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            assertThat(entry.path("seq").asLong()).isEqualTo(i + 1L);
            assertThat(entry.path("previousHash").asText()).isEqualTo(hash);
            assertThat(Instant.parse(entry.path("at").asText())).isAfterOrEqualTo(at);
            hash = entry.path("hash").asText();
            at = Instant.parse(entry.path("at").asText());
        }
    }

    private void checkReplay() {
        int maximum = 0;
        int occupied = 0;
        for (JsonNode entry : entries) {
            switch (entry.path("kind").asText()) {
                case "TENANT_CREATED" -> maximum = maximum(entry);
                case "ALLOWANCE_RAISED" -> {
                    assertThat(maximum(entry)).isGreaterThan(maximum);
                    maximum = maximum(entry);
                }
                case "ALLOWANCE_REDUCED" -> {
                    assertThat(maximum(entry)).isLessThan(maximum);
                    maximum = maximum(entry);
                }
                case "SEAT_TAKEN" -> occupied++;
                case "SEAT_RELEASED" -> occupied--;
                default -> {
                    // Moves no seat.
                }
            }
            assertThat(maximum(entry)).as("%s", entry).isEqualTo(maximum);
            assertThat(entry.path("figures").path("occupied").asInt())
                    .as("%s", entry)
                    .isEqualTo(occupied);
            assertThat(occupied).as("%s", entry).isLessThanOrEqualTo(maximum);
        }
    }

    private static List<JsonNode> items(Api api, String path, String continuation) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Reply page = api.get(path + (next.get().isEmpty() ? "" : "&" + continuation + "=" + next.get()));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().path("items").forEach(items::add);
            next = Optional.of(page.body().path("next"))
                    .filter(cursor -> !cursor.isNull())
                    .map(JsonNode::asText);
        }
        return items;
    }

    private static boolean isOf(String kind, JsonNode entry) {
        return entry.path("kind").asText().equals(kind);
    }

    private static int maximum(JsonNode entry) {
        return entry.path("figures").path("maximum").asInt();
    }
}
