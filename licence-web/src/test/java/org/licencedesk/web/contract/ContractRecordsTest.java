package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Role;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.mail.NoticeKind;
import org.licencedesk.messages.mail.NoticeState;
import org.licencedesk.messages.mail.ParkedReason;
import org.licencedesk.messages.webhook.Webhook;
import org.licencedesk.people.access.TokenDescription;
import org.licencedesk.seats.request.Preflight;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.web.json.StrictJson;

/** What the contract says in the words of the rules themselves: a member more would be told to everybody. */
class ContractRecordsTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000000");

    private static final Instant AT = Instant.parse("2026-11-28T10:00:00.5Z");

    @Test
    void a_page_is_its_items_and_where_the_next_one_begins() {
        assertThat(StrictJson.write(new Page<>(List.of(1), Optional.of("c"))))
                .isEqualTo("{\"items\":[1],\"next\":\"c\"}");
        assertThat(StrictJson.write(new Page<>(List.of(), Optional.empty()))).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void a_mail() {
        Notice mail = new Notice(
                ID,
                NoticeKind.SIGN_IN_LINK,
                Optional.empty(),
                "s",
                "t",
                AT,
                NoticeState.PARKED,
                2,
                Optional.of(ParkedReason.NOBODY));
        assertThat(StrictJson.write(mail))
                .isEqualTo("{\"id\":\"" + ID + "\",\"kind\":\"SIGN_IN_LINK\",\"recipient\":null,\"subject\":\"s\","
                        + "\"text\":\"t\",\"createdAt\":\"" + AT + "\",\"state\":\"PARKED\",\"attempts\":2,"
                        + "\"parkedBecause\":\"NOBODY\"}");
    }

    @Test
    void a_token_without_its_secret() {
        TokenDescription token = new TokenDescription(
                ID, "n", Role.OPERATOR, AT, Optional.of("installation"), Optional.empty(), Optional.of(AT));
        assertThat(StrictJson.write(token))
                .isEqualTo("{\"id\":\"" + ID + "\",\"name\":\"n\",\"role\":\"OPERATOR\",\"createdAt\":\"" + AT
                        + "\",\"createdBy\":\"installation\",\"lastUsedAt\":null,\"expiresAt\":\"" + AT + "\"}");
    }

    @Test
    void a_webhook_without_its_secret() {
        assertThat(StrictJson.write(new Webhook(ID, "https://a.example", AT, Optional.empty())))
                .isEqualTo("{\"id\":\"" + ID + "\",\"url\":\"https://a.example\",\"createdAt\":\"" + AT
                        + "\",\"stoppedAt\":null}");
    }

    @Test
    void a_contact_and_a_preflight() {
        assertThat(StrictJson.write(new Contact("n", "e@a.example", "1")))
                .isEqualTo("{\"name\":\"n\",\"email\":\"e@a.example\",\"phone\":\"1\"}");
        assertThat(StrictJson.write(new Preflight(11, 4, 3)))
                .isEqualTo("{\"inUse\":11,\"mustFree\":4,\"willBeFreed\":3}");
    }
}
