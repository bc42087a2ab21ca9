package dev.backwright.judge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {

    private static final String ROOT = "dev.backwright.judge";
    private final JavaClasses judge =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void theJudgeDoesNotKnowWhoCallsIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.backwright.academy..",
                        "dev.backwright.cli..",
                        "dev.backwright.course..",
                        "org.springframework..",
                        "jakarta..")
                .check(judge);
    }

    @Test
    void itsRoomsKnowOfTheWholeOnlyItsException() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".(*)..")
                .and()
                .resideOutsideOfPackage(ROOT + ".worker")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT).and(not(type(JudgeException.class))))
                .check(judge);
    }

    @Test
    void nobodyKnowsTheWorkerAndItKnowsTheJudgeFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".worker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".worker")
                .check(judge);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".worker")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.backwright..")
                                .and(not(resideInAnyPackage(ROOT, ROOT + ".worker"))))
                .check(judge);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(judge);
    }

    @Test
    void namesTellTheMechanism() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Constants|Base)")
                .check(judge);
    }

    @Test
    void nothingMutableIsStatic() {
        fields().that().areStatic().should().beFinal().check(judge);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .check(judge);
    }

    @Test
    void everyPackageHasItsMap() {
        judge.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .forEach(found ->
                        assertTrue(found.isAnnotatedWith(NullMarked.class), found::getName));
    }
}
