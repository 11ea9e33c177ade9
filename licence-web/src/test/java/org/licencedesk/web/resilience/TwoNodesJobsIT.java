package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TenantRows;
import org.licencedesk.web.fixture.TestTenant;

/** The jobs of two nodes, which run at once on one database, do each thing once. */
class TwoNodesJobsIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private static final String WAITING_MAILS = "select count(*) from mail m join tenant t on t.id = m.tenant_id"
            + " where m.state = 'WAITING' and t.slug = ?";

    private static final String DELIVERIES = "select count(*) from webhook_delivery d"
            + " join webhook w on w.id = d.webhook_id join tenant t on t.id = w.tenant_id where t.slug = ?";

    private final Installation installation = Installation.shared();

    private final TenantRows rows = new TenantRows(installation.database());

    private final Api operator = Api.of(installation.first());

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test // R10, R34
    void each_level_that_a_rush_on_both_nodes_passes_is_told_once_and_each_message_arrives_once_in_order()
            throws IOException {
        TestTenant tenant = TestTenant.create(operator, 20);
        HttpServer receiver = receiver();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            assertThat(tenant.admin()
                            .post(tenant.path("/webhooks"), "{'url':'" + url + "'}")
                            .status())
                    .isEqualTo(201);

            List<Reply> answers = Race.untilDecided(40, number -> tenant.admin()
                    .on(number % 2 == 0 ? installation.first() : installation.second())
                    .post(tenant.path("/users"), tenant.newUser("runner-" + number, "ACTIVE")));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(19);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .extracting(Reply::code)
                    .containsOnly("increase-not-confirmed");
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(rows.number(WAITING_MAILS, tenant)).isZero();
                assertThat(rows.number(DELIVERIES + " and d.state <> 'DELIVERED'", tenant))
                        .isZero();
            });
            assertThat(mailsTo("admin@" + tenant.slug() + ".example"))
                    .extracting(TwoNodesJobsIT::subject)
                    .containsExactly(
                            tenant.slug() + ": 16 of 20 licences in use, 4 available",
                            tenant.slug() + ": 18 of 20 licences in use, 2 available",
                            tenant.slug() + ": 20 of 20 licences in use, none available");
            long messages = rows.number(DELIVERIES, tenant);
            assertThat(messages).isGreaterThan(22);
            assertThat(told.stream().map(body -> body.replaceAll(".*\"sequence\":(\\d+).*", "$1")))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, messages)
                            .mapToObj(Long::toString)
                            .toList());
            assertThat(told.stream().filter(body -> body.contains("level"))).hasSize(3);
        } finally {
            receiver.stop(0);
        }
    }

    @Test // R30, R34
    void a_reduction_whose_date_has_come_is_applied_once_and_both_sides_are_told_once() {
        installation.second();
        String email = "morgan-of-two-nodes@vendor.example";
        Reply manager =
                operator.post("/account-managers", "{'name':'Morgan Vale','email':'" + email + "','phone':'1'}");
        String id = manager.body().path("id").asText();
        TestTenant tenant =
                TestTenant.create(operator, 10, ",'pricePerSeat':'12.00','accountManager':{'id':'" + id + "'}");
        String leaving = tenant.add("leaving", "ACTIVE");
        Reply asked = tenant.admin()
                .post(
                        tenant.path("/reduction-requests"),
                        "{'maximum':1,'reason':'Two sites closed','deactivate':['" + leaving + "']}");
        String request =
                tenant.path("/reduction-requests/" + asked.body().path("id").asText());
        String token = operator.post("/account-managers/" + id + "/tokens", "{'name':'of a test'}")
                .body()
                .path("token")
                .asText();
        assertThat(operator.as(token)
                        .put(request + "/decision", "{'decision':'ACCEPT'}")
                        .status())
                .isEqualTo(200);

        letTheDateCome(tenant);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        tenant.admin().get(request).body().path("state").asText())
                .isEqualTo("APPLIED"));
        assertThat(tenant.figures()).containsEntry("maximum", 1).containsEntry("occupied", 1);
        LedgerProof proof = LedgerProof.of(tenant, tenant.admin());
        assertThat(proof.count("ALLOWANCE_REDUCED")).isEqualTo(1);
        assertThat(proof.count("SEAT_RELEASED", leaving)).isEqualTo(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.number(WAITING_MAILS, tenant))
                .isZero());
        for (String address : List.of(email, "admin@" + tenant.slug() + ".example")) {
            assertThat(mailsTo(address).stream()
                            .map(TwoNodesJobsIT::subject)
                            .filter(subject -> subject.endsWith("on, as agreed")))
                    .as(address)
                    .hasSize(1);
        }
    }

    /** As if the renewal date that was agreed on were today. */
    private void letTheDateCome(TestTenant tenant) {
        for (String sql : List.of(
                "update allowance a join tenant t on t.id = a.tenant_id set a.reduces_on = utc_date() where t.slug = ?",
                "update reduction_request r join tenant t on t.id = r.tenant_id set r.effective_on = utc_date()"
                        + " where t.slug = ?")) {
            assertThat(rows.execute(sql, tenant)).isEqualTo(1);
        }
    }

    private HttpServer receiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        receiver.start();
        return receiver;
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(installation.mail().getReceivedMessages())
                .filter(mail -> recipients(mail).anyMatch(address::equals))
                .toList();
    }

    private static Stream<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO)).map(Object::toString);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
