package dev.backwright.academy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.submissions.Submissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls of the academy, and the one around Spring.
class WallsTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.backwright");

    @Test
    void roomsKnowOnlyWhatTheyMay() {
        ApplicationModules.of(Backwright.class).verify();
    }

    @Test
    void roomsDependOnEachOtherInOneDirection() {
        slices().matching("dev.backwright.academy.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void springStaysInTheAcademy() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.backwright.academy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .check(OURS);
    }

    @Test
    void namesNameTheMechanism() {
        classes()
                .that()
                .resideInAPackage("dev.backwright..")
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils|Constants|Base)$")
                .check(OURS);
    }

    @Test
    void aConstructorTakesAtMostFourCollaborators() {
        classes()
                .that()
                .resideInAPackage("dev.backwright.academy..")
                .and(areNoValues())
                .should(takeAtMostFour())
                .check(OURS);
    }

    @Test
    void onlyTheGuardAsksWhoIsThere() {
        noClasses()
                .that()
                .resideInAPackage("dev.backwright..")
                .and()
                .resideOutsideOfPackage("dev.backwright.academy.web.guard")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.springframework.security..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.springframework.security.crypto..",
                                                        "org.springframework.security.oauth2.core..",
                                                        "org.springframework.security.oauth2.jose..",
                                                        "org.springframework.security.oauth2.jwt.."))))
                .check(OURS);
    }

    @Test
    void onlySoloModesDoorsKnowItsLearner() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Learner|KeyFilter|Transfer)")
                .should()
                .accessField(Learner.class, "SOLO")
                .check(OURS);
    }

    /// What a request names by its id is looked up with its learner; only what judges say is not.
    @Test
    void onlyWhatJudgesSayIsAnybodys() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.FarNews")
                .should()
                .callMethod(Submissions.class, "anybodys", UUID.class)
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> areNoValues() {
        return DescribedPredicate.describe(
                "are neither records nor enums",
                type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass());
    }

    private static ArchCondition<JavaClass> takeAtMostFour() {
        return new ArchCondition<>("take at most four") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructors().stream()
                        .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(it -> it.getRawParameterTypes().size() > 4)
                        .forEach(it ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                it, it.getDescription() + " takes more")));
            }
        };
    }
}
