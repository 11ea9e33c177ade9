package org.licencedesk.seats.directory;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.TenantId;

/** A list of users the naive way: read them all, take those that are wanted, and sort. */
final class ListModel {
    private final List<User> users;
    /** How the database weighs a text: its order without case is not one that Java knows. */
    private final Map<String, String> weights = new HashMap<>();

    ListModel(Desk desk, TenantId tenant) {
        users = AwkwardUsers.living(desk, tenant);
        for (String column : List.of("user_name", "display_name")) {
            desk.rows(
                            "select " + column + ", hex(weight_string(" + column
                                    + ")) from user_account where tenant_id = ?1",
                            tenant.value())
                    .forEach(row -> {
                        Object[] pair = (Object[]) row;
                        weights.put((String) pair[0], (String) pair[1]);
                    });
        }
    }

    List<User> list(UserQuery query) {
        return users.stream()
                .filter(user -> query.filter().statuses().contains(user.status()))
                .filter(user -> query.filter().role().map(user.role()::equals).orElse(true))
                .filter(user -> query.filter()
                        .sought()
                        .map(sought -> matches(user, sought))
                        .orElse(true))
                .sorted(order(query.sort()))
                .toList();
    }

    private Comparator<User> order(UserSort sort) {
        Comparator<User> byId = Comparator.comparing(user -> user.id().toString());
        Comparator<User> byName = Comparator.comparing(user -> weight(user.userName()));
        Comparator<User> ascending =
                switch (sort.key()) {
                    case USER_NAME -> byName;
                    case DISPLAY_NAME ->
                        Comparator.comparing((User user) -> weight(user.displayName()))
                                .thenComparing(byId);
                    case STATUS ->
                        Comparator.comparing((User user) -> user.status().name())
                                .thenComparing(byName);
                    case CREATED_AT -> Comparator.comparing(User::createdAt).thenComparing(byId);
                    case ROLE ->
                        Comparator.comparing((User user) -> user.role().name()).thenComparing(byName);
                    case LAST_SIGN_IN ->
                        Comparator.comparing((User user) -> user.lastSignInAt().orElse(Instant.EPOCH))
                                .thenComparing(byId);
                };
        return sort.descending() ? ascending.reversed() : ascending;
    }

    private String weight(String text) {
        return Objects.requireNonNull(weights.get(text));
    }

    /** R42, character by character. */
    private static boolean matches(User user, String typed) {
        List<String> texts = Stream.of(Optional.of(user.userName()), Optional.of(user.displayName()), user.email())
                .flatMap(Optional::stream)
                .map(ListModel::plain)
                .toList();
        return Stream.of(plain(typed).split("[\\s,;]+"))
                .allMatch(term -> texts.stream().anyMatch(text -> hasWord(text, term)));
    }

    private static boolean hasWord(String text, String term) {
        return IntStream.range(0, text.length())
                .filter(i -> i == 0
                        || text.charAt(i - 1) == ' '
                        || (isOfWord(text.codePointAt(i)) && !isOfWord(text.codePointBefore(i))))
                .anyMatch(i -> text.startsWith(term, i));
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT);
    }
}
