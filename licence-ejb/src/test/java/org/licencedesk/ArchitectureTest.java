package org.licencedesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.jobs.Jobs;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.directory.UserAccount;

@AnalyzeClasses(
        packages = "org.licencedesk",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutLauncher.class})
class ArchitectureTest {
    private static final String ROOT = "org.licencedesk.";
    private static final String KERNEL = ROOT + "kernel";
    private static final String CHANGE = ROOT + "seats.change";

    /** Which package may know which others, beside the kernel. What is before the dot is a house. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("platform", Set.of()),
            Map.entry("platform.jobs", Set.of("platform")),
            Map.entry("platform.outbox", Set.of("platform", "platform.jobs")),
            Map.entry("platform.idempotency", Set.of("platform", "platform.jobs")),
            Map.entry("seats.tenant", Set.of("platform", "platform.jobs")),
            Map.entry("seats.directory", Set.of()),
            Map.entry("seats.pricing", Set.of("seats.tenant")),
            Map.entry("seats.terms", Set.of("platform")),
            Map.entry("seats.allowance", Set.of("platform", "seats.pricing", "seats.tenant", "seats.terms")),
            Map.entry("seats.change", Set.of("platform", "seats.allowance", "seats.directory")),
            Map.entry(
                    "seats.request",
                    Set.of(
                            "platform",
                            "platform.jobs",
                            "seats.allowance",
                            "seats.change",
                            "seats.directory",
                            "seats.tenant")),
            Map.entry("seats.profile", Set.of("seats.allowance", "seats.tenant")),
            Map.entry("record.ledger", Set.of("seats.allowance")),
            Map.entry(
                    "record.billing",
                    Set.of(
                            "platform",
                            "platform.jobs",
                            "seats.allowance",
                            "seats.pricing",
                            "seats.request",
                            "seats.tenant")),
            Map.entry(
                    "record.evidence",
                    Set.of(
                            "platform.jobs",
                            "record.ledger",
                            "seats.allowance",
                            "seats.directory",
                            "seats.tenant",
                            "seats.terms")),
            Map.entry(
                    "people.access",
                    Set.of(
                            "platform",
                            "platform.jobs",
                            "seats.allowance",
                            "seats.change",
                            "seats.directory",
                            "seats.tenant")),
            Map.entry(
                    "people.setup",
                    Set.of(
                            "people.access",
                            "platform",
                            "record.ledger",
                            "seats.allowance",
                            "seats.change",
                            "seats.directory",
                            "seats.pricing",
                            "seats.profile",
                            "seats.tenant",
                            "seats.terms")),
            Map.entry(
                    "vendor.portfolio",
                    Set.of(
                            "record.ledger",
                            "seats.allowance",
                            "seats.pricing",
                            "seats.profile",
                            "seats.request",
                            "seats.tenant")),
            Map.entry(
                    "messages.webhook",
                    Set.of("platform", "platform.jobs", "platform.outbox", "seats.allowance", "seats.tenant")),
            Map.entry(
                    "messages.mail",
                    Set.of(
                            "messages.webhook",
                            "people.access",
                            "platform",
                            "platform.jobs",
                            "platform.outbox",
                            "seats.allowance",
                            "seats.directory",
                            "seats.request",
                            "seats.tenant",
                            "seats.terms")),
            Map.entry(
                    "privacy",
                    Set.of(
                            "messages.mail",
                            "people.access",
                            "record.ledger",
                            "seats.allowance",
                            "seats.directory",
                            "seats.request")));

    private static final int MOST_ARGUMENTS = 4;

    private static final Path PICTURE = Path.of("..", "docs", "architecture.md");

    private static final Pattern DRAWN = Pattern.compile(
            "(?<=<!-- houses: generated by ArchitectureTest -->\\n).*?(?=<!-- end of houses -->)", Pattern.DOTALL);

    private static final Pattern NAMED_IN_A_QUERY =
            Pattern.compile("\\b(?:from|join|update|into)\\s+([A-Za-z_]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    @ArchTest
    void a_package_imports_exactly_those_that_the_table_lets_it(JavaClasses classes) {
        assertThat(imports(classes)).containsExactlyInAnyOrderEntriesOf(MAY_IMPORT);
    }

    private static Map<String, Set<String>> imports(JavaClasses classes) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> others = imports.computeIfAbsent(place(type), here -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(other -> other.getPackageName().startsWith(ROOT) && !isShared(other))
                    .map(ArchitectureTest::place)
                    .filter(other -> !other.equals("kernel") && !other.equals(place(type)))
                    .forEach(others::add);
        }
        return imports;
    }

    private static boolean isShared(JavaClass type) {
        return type.getPackageName().equals(ROOT + "settings");
    }

    @ArchTest
    static final ArchRule no_house_leads_back_to_itself =
            slices().matching("org.licencedesk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_package_leads_back_to_itself =
            slices().matching("org.licencedesk.(**)").should().beFreeOfCycles();

    /** Run it with {@code -Ddraw=true} to have the picture drawn anew. */
    @ArchTest
    void the_picture_of_the_houses_is_that_of_the_code(JavaClasses classes) throws IOException {
        String page = Files.readString(PICTURE);
        String drawn = DRAWN.matcher(page).replaceFirst(Matcher.quoteReplacement(picture(classes)));
        if (Boolean.getBoolean("draw")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
    }

    private static String picture(JavaClasses classes) {
        Map<String, Set<String>> rooms = new TreeMap<>();
        Set<String> edges = new TreeSet<>();
        imports(classes).forEach((place, others) -> {
            String[] parts = place.split("\\.", 2);
            rooms.computeIfAbsent(parts[0], house -> new TreeSet<>());
            if (parts.length > 1) {
                rooms.get(parts[0]).add(parts[1]);
            }
            others.stream()
                    .map(other -> other.split("\\.", 2)[0])
                    .filter(other -> !other.equals(parts[0]))
                    .forEach(other -> edges.add("  %s --> %s%n".formatted(parts[0], other)));
        });
        StringBuilder picture = new StringBuilder("```mermaid\ngraph TD\n");
        rooms.forEach((house, inside) -> picture.append("  %s[\"<b>%s</b>%s\"]\n"
                .formatted(house, house, inside.isEmpty() ? "" : "<br/>" + String.join(" · ", inside))));
        edges.forEach(picture::append);
        return picture.append("```\n").toString();
    }

    /** Who names a table or an entity in a query knows it as well as who imports its class. */
    @ArchTest
    void a_query_names_only_what_its_package_may_import(JavaClasses classes) throws IOException {
        Map<String, String> places = new HashMap<>();
        classes.stream().filter(type -> type.isAnnotatedWith(Entity.class)).forEach(type -> {
            String table = type.tryGetAnnotationOfType(Table.class)
                    .map(Table::name)
                    .orElse(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
            places.put(type.getSimpleName(), place(type));
            places.put(table.toLowerCase(Locale.ROOT), place(type));
        });
        Path sources = Path.of("src", "main", "java", "org", "licencedesk");
        List<String> strangers = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String here = sources.relativize(Objects.requireNonNull(file.getParent()))
                        .toString()
                        .replace(File.separatorChar, '.');
                STRING.matcher(Files.readString(file))
                        .results()
                        .flatMap(text -> NAMED_IN_A_QUERY.matcher(text.group()).results())
                        .map(name -> name.group(1))
                        .filter(name -> places.containsKey(name) && !mayKnow(here, places.get(name)))
                        .forEach(name -> strangers.add(here + " asks for " + name));
            }
        }
        assertThat(places).hasSizeGreaterThan(30);
        assertThat(strangers).isEmpty();
    }

    private static boolean mayKnow(String here, String other) {
        return here.equals(other) || MAY_IMPORT.getOrDefault(here, Set.of()).contains(other);
    }

    @ArchTest
    static final ArchRule nothing_here_knows_of_http_or_pages = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "jakarta.json..",
                    "com.fasterxml.jackson..",
                    "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule only_the_seat_gate_changes_status_role_or_who_exists = noClasses()
            .that()
            .resideOutsideOfPackage(CHANGE)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "changes a user past the gate",
                    call -> call.getTargetOwner().isEquivalentTo(UserAccount.class)
                            && Set.of("changeStatus", "changeRole", "changeUserName", "delete", "erase")
                                    .contains(call.getName())));

    @ArchTest
    static final ArchRule only_the_seat_gate_makes_users = noClasses()
            .that()
            .resideOutsideOfPackage(CHANGE)
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a user comes into being",
                    call -> call.getTargetOwner().isEquivalentTo(UserAccount.class)
                            && call.getTarget().getRawParameterTypes().size() > 0));

    @ArchTest // R30, R37
    void the_maximum_falls_by_a_correction_or_by_an_agreed_reduction_alone(JavaClasses classes) {
        assertThat(classes.get(Allowance.class).getField("maximum").getAccessesToSelf().stream()
                        .filter(access -> access.getAccessType() == AccessType.SET)
                        .map(access -> access.getOrigin().getName())
                        .distinct())
                .containsExactlyInAnyOrder("<init>", "raise", "correct", "reduceAsAgreed");
    }

    @ArchTest // R30
    static final ArchRule only_a_request_agrees_on_a_reduction_or_applies_one = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "seats.request")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "lowers the maximum, now or later",
                    call -> call.getTargetOwner().isEquivalentTo(Allowance.class)
                            && Set.of("agreeOn", "reduceAsAgreed").contains(call.getName())));

    @ArchTest // R30
    static final ArchRule nobody_goes_past_what_is_due = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "seats.allowance.Allowances")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "record.billing.Renewal")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "seats.request.ReductionRenewal")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "locks a tenant without doing what is due",
                    call -> call.getTargetOwner().isEquivalentTo(Allowances.class)
                            && call.getName().equals("lockAsItStands")));

    @ArchTest
    static final ArchRule there_is_one_clock = noClasses()
            .that(are(not(JavaClass.Predicates.equivalentTo(TimeSource.class))))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    /** One that nobody closes is cancelled when the connection goes back, by another connection that says KILL QUERY. */
    @ArchTest
    static final ArchRule results_are_lists = noClasses().should().callMethodWhere(target(name("getResultStream")));

    @ArchTest
    static final ArchRule identities_are_made_in_the_kernel =
            noClasses().should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule a_refusal_can_be_caught_by_everybody = classes()
            .that()
            .areAssignableTo(RuleViolation.class)
            .should()
            .bePublic()
            .andShould()
            .beTopLevelClasses();

    @ArchTest
    static final ArchRule the_kernel_has_only_the_refusals_that_every_feature_knows = classes()
            .that()
            .areAssignableTo(RuleViolation.class)
            .and()
            .resideInAPackage(KERNEL)
            .should()
            .haveNameMatching(".*\\.(RuleViolation|InvalidValue|NotFound|Forbidden|ChangedMeanwhile|Busy)");

    /** Servers run a scheduled method in a transaction of their own unless its bean manages them. */
    @ArchTest
    static final ArchRule timers_hold_no_transaction_and_run_in_the_frame = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .should()
            .bePublic()
            .andShould()
            .beDeclaredInClassesThat(DescribedPredicate.describe(
                    "manage transactions themselves, and call the frame",
                    type -> type.tryGetAnnotationOfType(TransactionManagement.class)
                                    .filter(managed -> managed.value() == TransactionManagementType.BEAN)
                                    .isPresent()
                            && type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(other -> other.getTargetClass().isEquivalentTo(Jobs.class))));

    @ArchTest // R3
    void a_public_use_case_checks_a_permission_or_says_why_it_needs_none(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> checksPermission(method, new HashSet<>()) == saysWhyNot(method))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .distinct()
                        .sorted())
                .isEmpty();
    }

    private static boolean saysWhyNot(JavaMethod method) {
        return method.isAnnotatedWith(WithoutPermission.class)
                || method.getOwner().isAnnotatedWith(WithoutPermission.class);
    }

    /** A method of the same class may check for it, and so may whoever is told the permission. */
    private static boolean checksPermission(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Permission.class)
                                || ((call.getTargetOwner().equals(method.getOwner())
                                                || call.getTarget().getRawParameterTypes().stream()
                                                        .anyMatch(told -> told.isEquivalentTo(Permission.class)))
                                        && call.getTarget()
                                                .resolveMember()
                                                .filter(called -> checksPermission(called, seen))
                                                .isPresent()));
    }

    @ArchTest
    static final ArchRule use_cases_are_named_by_what_they_do =
            noClasses().that().areAnnotatedWith(Stateless.class).should().haveNameMatching(".*(Service|Manager|Impl)");

    @ArchTest
    void use_cases_take_few_arguments(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> method.getRawParameterTypes().size() > MOST_ARGUMENTS)
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule use_cases_have_no_interface_of_their_own = noClasses()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .implement(resideInAPackage("org.licencedesk.."));

    @ArchTest
    static final ArchRule entities_do_not_leave_by_a_public_use_case = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should()
            .notHaveRawReturnType(DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Entity.class)));

    @ArchTest
    void the_words_are_those_of_the_rules(JavaClasses classes) {
        Set<String> notUsed =
                Set.of("quota", "slot", "subscription", "overage", "limit", "enable", "assign", "consume", "license");
        assertThat(classes.stream()
                        .filter(type -> !type.isAnonymousClass())
                        .flatMap(type -> Stream.concat(
                                Stream.of(type.getSimpleName()),
                                type.getMethods().stream()
                                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                                        .map(method -> type.getSimpleName() + "." + method.getName())))
                        .filter(name -> Stream.of(name.split("(?=[A-Z.])"))
                                .anyMatch(word ->
                                        notUsed.contains(word.replace(".", "").toLowerCase(Locale.ROOT)))))
                .isEmpty();
    }

    @ArchTest
    void every_package_says_that_nothing_in_it_is_null(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    /** Leaves out what only tests use, and the settings, which the launcher shares. */
    static final class WithoutLauncher implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/launcher/") && !location.contains("/settings/");
        }
    }

    private static String place(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
