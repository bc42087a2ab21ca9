package dev.backwright.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Whom the command line may know, and how its classes may be called.
class WallsTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.backwright.cli");

    @Test
    void itKnowsNoSpringAndNoAcademy() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "dev.backwright.academy..", "jakarta..")
                .check(OURS);
    }

    @Test
    void onlyTheCommandsKnowTheJudgesWork() {
        noClasses()
                .that()
                .resideInAPackage("dev.backwright.cli.doctor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.backwright.judge..")
                .check(OURS);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameContaining("Util")
                .orShould()
                .haveSimpleNameEndingWith("Constants")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(OURS);
    }

    @Test
    void aCommandIsCalledOne() {
        classes()
                .that()
                .areAnnotatedWith(picocli.CommandLine.Command.class)
                .and()
                .doNotHaveSimpleName("Words")
                .should()
                .haveSimpleNameEndingWith("Command")
                .check(OURS);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    @Test
    void roomsKnowEachOtherOneWay() {
        slices().matching("dev.backwright.cli.(*)..").should().beFreeOfCycles().check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("dev.backwright.cli.shown..", "dev.backwright.cli.doctor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.backwright.cli")
                .check(OURS);
    }
}
