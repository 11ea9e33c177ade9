package org.licencedesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.directory.UserAccount;
import org.licencedesk.job.Jobs;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;

@AnalyzeClasses(
        packages = "org.licencedesk",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutLauncher.class})
class ArchitectureTest {
    private static final String ROOT = "org.licencedesk.";
    private static final String KERNEL = ROOT + "kernel";
    private static final String SEAT = ROOT + "seat";

    /** Which feature may know which others, beside the kernel. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("tenant", Set.of("job")),
            Map.entry("job", Set.of()),
            Map.entry("directory", Set.of("tenant")),
            Map.entry("pricing", Set.of("tenant")),
            Map.entry("terms", Set.of("tenant")),
            Map.entry("allowance", Set.of("tenant", "pricing", "terms")),
            Map.entry("seat", Set.of("tenant", "directory", "allowance")),
            Map.entry("access", Set.of("tenant", "directory", "seat", "job")),
            Map.entry("request", Set.of("tenant", "directory", "allowance", "seat", "job")),
            Map.entry("profile", Set.of("tenant", "allowance")),
            Map.entry("portfolio", Set.of("tenant", "pricing", "allowance", "request", "ledger", "profile")),
            Map.entry("ledger", Set.of("tenant", "allowance")),
            Map.entry("billing", Set.of("tenant", "pricing", "allowance", "request", "job")),
            Map.entry("evidence", Set.of("tenant", "directory", "terms", "allowance", "ledger", "job")),
            Map.entry("replay", Set.of("tenant", "job")),
            Map.entry("person", Set.of("directory", "access", "allowance", "ledger", "notice", "request")),
            Map.entry("webhook", Set.of("tenant", "allowance", "job")),
            Map.entry(
                    "notice",
                    Set.of("tenant", "directory", "access", "allowance", "terms", "webhook", "request", "job")),
            Map.entry(
                    "setup",
                    Set.of(
                            "tenant",
                            "directory",
                            "pricing",
                            "allowance",
                            "seat",
                            "access",
                            "terms",
                            "ledger",
                            "profile")));

    @ArchTest
    void a_feature_imports_those_that_the_table_lets_it(JavaClasses classes) {
        Set<String> features = classes.stream().map(ArchitectureTest::feature).collect(Collectors.toSet());
        assertThat(MAY_IMPORT.keySet()).isEqualTo(features);
        MAY_IMPORT.forEach((feature, others) -> {
            Set<String> allowed = new HashSet<>(others);
            allowed.add(feature);
            allowed.add("kernel");
            String[] forbidden = features.stream()
                    .filter(other -> !allowed.contains(other))
                    .map(other -> ROOT + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule no_feature_leads_back_to_itself =
            slices().matching("org.licencedesk.(*)..").should().beFreeOfCycles();

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
            .resideOutsideOfPackage(SEAT)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "changes a user past the gate",
                    call -> call.getTargetOwner().isEquivalentTo(UserAccount.class)
                            && Set.of("changeStatus", "changeRole", "delete", "erase")
                                    .contains(call.getName())));

    @ArchTest
    static final ArchRule only_the_seat_gate_makes_users = noClasses()
            .that()
            .resideOutsideOfPackage(SEAT)
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
            .resideOutsideOfPackage(ROOT + "request")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "lowers the maximum, now or later",
                    call -> call.getTargetOwner().isEquivalentTo(Allowance.class)
                            && Set.of("agreeOn", "reduceAsAgreed").contains(call.getName())));

    @ArchTest // R30
    static final ArchRule nobody_goes_past_what_is_due = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "allowance.Allowances")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "billing.Renewal")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "request.ReductionRenewal")
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

    @ArchTest
    static final ArchRule use_cases_are_named_by_what_they_do =
            noClasses().that().areAnnotatedWith(Stateless.class).should().haveNameMatching(".*(Service|Manager|Impl)");

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
            .notHaveRawReturnType(DescribedPredicate.describe(
                    "an entity", type -> type.isAnnotatedWith(jakarta.persistence.Entity.class)));

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
                                        notUsed.contains(word.replace(".", "").toLowerCase(java.util.Locale.ROOT)))))
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

    private static String feature(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
