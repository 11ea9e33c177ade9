package org.licencedesk.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.web.allowance.AdjustDialog;
import org.licencedesk.web.users.BulkDialog;
import org.licencedesk.web.users.StatusDialog;
import org.licencedesk.web.users.UndoneStatus;
import org.licencedesk.web.users.UserPage;

@AnalyzeClasses(packages = "org.licencedesk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String WEB = "org.licencedesk.web..";

    private static final String PAGE_BEAN = ".*\\.\\w+Page";

    @ArchTest
    static final ArchRule the_doors_know_nothing_of_the_database = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.hibernate..", "org.mariadb..");

    @ArchTest
    static final ArchRule the_doors_see_no_entity = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule the_rules_know_nothing_of_the_doors = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);

    @ArchTest
    static final ArchRule features_of_the_web_form_no_cycle =
            slices().matching("org.licencedesk.web.(*)..").should().beFreeOfCycles();

    /** A class with all that is nested in it. */
    private static final SliceAssignment FILES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("org.licencedesk.web")
                    ? SliceIdentifier.of(javaClass.getName().replaceFirst("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "files of the web";
        }
    };

    @ArchTest
    static final ArchRule files_of_the_web_form_no_cycle =
            slices().assignedFrom(FILES).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pages_do_not_use_resources = noClasses()
            .that()
            .haveNameMatching(PAGE_BEAN)
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule resources_do_not_use_pages = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(PAGE_BEAN);

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest // R25, R26
    static final ArchRule the_wizard_can_neither_deactivate_nor_adjust = noClasses()
            .that()
            .resideInAPackage("org.licencedesk.web.setup..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    StatusChange.class,
                    ChangeStatus.class,
                    BulkStatusChange.class,
                    ChangeStatuses.class,
                    UserPage.class,
                    StatusDialog.class,
                    BulkDialog.class,
                    UndoneStatus.class,
                    AllowanceAdjustment.class,
                    RaiseAllowance.class,
                    CorrectAllowance.class,
                    AdjustDialog.class);

    @ArchTest
    static final ArchRule time_and_identities_come_from_the_kernel = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID");
}
