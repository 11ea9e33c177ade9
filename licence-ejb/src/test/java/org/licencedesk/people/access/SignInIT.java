package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.Tenants;

/** Who is held up when somebody guesses, and who is not. */
class SignInIT {

    private static final String PASSWORD = "correct horse";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Optional<String> NO_COOKIE = Optional.empty();

    private final Desk desk = Desk.open();
    private final SignIn signIn = desk.bean(SignIn.class);
    private final SignInThrottle throttle = desk.bean(SignInThrottle.class);
    private final Devices devices = desk.bean(Devices.class);
    private final Instant begin = desk.clock().now();

    private final int number = NUMBER.incrementAndGet();
    private final ClientAddress home = at("198.51.100." + number);

    private final TestTenant tenant = TestTenant.of(5);
    private final String name = "ada-" + tenant.id().value();
    private final AccountId ada = add(name);
    private final TypedName typed = TypedName.of(slug(tenant.id()), name);

    @AfterEach
    void forget() {
        desk.clock().set(begin);
    }

    @Test
    void an_account_has_one_bound_however_its_system_and_name_are_spelled() {
        String slug = slug(tenant.id());
        List<TypedName> spellings = List.of(
                TypedName.of("", name),
                TypedName.of(slug, name),
                TypedName.of(" " + slug.toUpperCase(java.util.Locale.ROOT) + " ", name),
                TypedName.of("", name.toUpperCase(java.util.Locale.ROOT)),
                TypedName.of(slug, name.replace("ada", "Ada")));
        spellings.forEach(each -> assertThat(signIn.signIn(each, "another horse", home, NO_COOKIE))
                .isEmpty());

        assertThat(spellings).allSatisfy(each -> assertHeld(each, home, NO_COOKIE));
        assertThat(signIn.signIn(typed, PASSWORD, at("203.0.113." + number), NO_COOKIE))
                .isPresent();
    }

    @Test
    void an_unknown_name_has_one_bound_however_it_is_spelled() {
        for (int i = 0; i < 5; i++) {
            String unknown = i % 2 == 0 ? "nobody" : "NoBody";
            assertThat(signIn.signIn(TypedName.of(slug(tenant.id()), unknown), PASSWORD, home, NO_COOKIE))
                    .isEmpty();
        }

        assertHeld(TypedName.of(slug(tenant.id()), "NOBODY"), home, NO_COOKIE);
    }

    @Test
    void an_address_that_tries_too_often_is_refused_before_the_database_is_asked() {
        exhaustAddress();

        assertThat(desk.statementsOf(() -> assertHeld(typed, home, NO_COOKIE))).isEmpty();
        assertThat(desk.statementsOf(() -> assertHeld(typed, home, Optional.of("forged"))))
                .isEmpty();
    }

    @Test // R21
    void a_browser_that_signed_in_before_is_not_held_up_by_an_address_that_others_share() {
        Optional<String> cookie = signInAndGetCookie();
        exhaustAddress();

        assertHeld(typed, home, NO_COOKIE);
        for (int i = 0; i < 6; i++) {
            assertThat(signIn.signIn(typed, PASSWORD, home, cookie)).isPresent();
        }
        assertHeld(TypedName.of("", "somebody-else"), home, cookie);
    }

    @Test // R21
    void a_browser_that_signed_in_before_is_not_held_up_by_strangers_who_guess() {
        Optional<String> cookie = signInAndGetCookie();
        ClientAddress elsewhere = at("203.0.113." + number);
        IntStream.range(0, 150)
                .forEach(i -> throttle.begin(
                        ada.key(), ClientAddress.parse("192.0.2." + i).orElseThrow()));

        assertHeld(typed, elsewhere, NO_COOKIE);
        assertThat(signIn.signIn(typed, PASSWORD, elsewhere, cookie)).isPresent();
    }

    @Test
    void a_browser_that_signed_in_before_guesses_no_faster_than_others() {
        Optional<String> cookie = signInAndGetCookie();
        for (int i = 0; i < 5; i++) {
            throttle.begin(ada.key(), home);
            assertThat(signIn.signIn(typed, "another horse", home, cookie)).isEmpty();
        }

        assertHeld(typed, home, cookie);
    }

    @Test
    void a_cookie_counts_for_its_own_account_with_its_password_of_then_and_for_90_days() {
        Optional<String> cookie = signInAndGetCookie();
        AccountId ben = add("ben-" + tenant.id().value());
        exhaustAddress();

        assertHeld(TypedName.of(slug(tenant.id()), "ben-" + tenant.id().value()), home, cookie);
        char other = cookie.orElseThrow().endsWith("A") ? 'E' : 'A';
        assertHeld(typed, home, cookie.map(text -> text.substring(0, text.length() - 1) + other));
        assertHeld(typed, home, cookie.map(text -> (text.startsWith("A") ? "B" : "A") + text.substring(1)));

        desk.clock().set(begin.plus(Devices.LIFE).minusSeconds(1));
        assertThat(devices.read(cookie.orElseThrow())).isPresent();
        desk.clock().set(begin.plus(Devices.LIFE));
        assertThat(devices.read(cookie.orElseThrow())).isEmpty();
        desk.clock().set(begin);

        setPassword(ada, "a new horse");
        assertHeld(typed, home, cookie);
        assertThat(ben).isNotEqualTo(ada);
    }

    @Test // R21
    void a_cookie_opens_nothing_and_changes_no_status() {
        Optional<String> cookie = signInAndGetCookie();

        assertThat(signIn.signIn(typed, "", home, cookie)).isEmpty();
        assertThat(signIn.signIn(typed, "another horse", home, cookie)).isEmpty();
        desk.clock().set(begin.plus(Duration.ofHours(2)));
        assertThat(signIn.signIn(typed, PASSWORD, home, cookie)).isPresent();
    }

    private Optional<String> signInAndGetCookie() {
        SignedIn signedIn = signIn.signIn(typed, PASSWORD, home, NO_COOKIE).orElseThrow();
        return Optional.of(devices.issue(signedIn));
    }

    private void exhaustAddress() {
        IntStream.range(0, 60).forEach(i -> throttle.arrive(home));
    }

    private void assertHeld(TypedName who, ClientAddress address, Optional<String> cookie) {
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> signIn.signIn(who, PASSWORD, address, cookie));
    }

    private AccountId add(String userName) {
        User user = tenant.add(TestTenant.person(userName, Role.STANDARD, UserStatus.ACTIVE));
        AccountId account = AccountId.of(user.id());
        setPassword(account, PASSWORD);
        return account;
    }

    private void setPassword(AccountId account, String password) {
        String hash = desk.bean(PasswordHashing.class).hash(new Password(password));
        desk.run(() -> desk.bean(Accounts.class).setPassword(account, hash, begin));
    }

    private String slug(TenantId id) {
        return desk.commit(
                () -> desk.bean(Tenants.class).get(id).profile().slug().text());
    }

    private static ClientAddress at(String address) {
        return ClientAddress.parse(address).orElseThrow();
    }
}
