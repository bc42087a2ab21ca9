package dev.backwright.tracer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {

    private final JavaClasses room =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.backwright");

    @Test
    void theTracerKnowsGraalJsAndNothingElseOfOurs() {
        classes()
                .that()
                .resideInAPackage("dev.backwright.tracer..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.graalvm..",
                        "com.oracle.truffle..",
                        "com.oracle.js.parser..",
                        "tools.jackson.core..",
                        "dev.backwright.tracer..")
                .check(room);
    }

    @Test
    void aProcessDoesNotKnowThatItIsRecorded() {
        noClasses()
                .that()
                .resideInAPackage("dev.backwright.tracer.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.backwright.tracer.record..")
                .check(room);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.backwright.tracer.(*)..").should().beFreeOfCycles().check(room);
    }

    @Test
    void aProcessWritesNoJson() {
        noClasses()
                .that()
                .resideInAPackage("dev.backwright.tracer.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(room);
    }
}
