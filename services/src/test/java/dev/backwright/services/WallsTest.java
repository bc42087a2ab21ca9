package dev.backwright.services;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
    void servicesKnowTheSandboxOnly() {
        classes()
                .that()
                .resideInAPackage("dev.backwright.services..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.apache.commons.compress..",
                        "org.bson..",
                        "de.bwaldvogel..",
                        "com.nimbusds..",
                        "com.sun.net.httpserver..",
                        "tools.jackson..",
                        "dev.backwright.sandbox..",
                        "dev.backwright.services..")
                .check(room);
    }

    @Test
    void onlyOneFolderKnowsTheEmulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.backwright.services.mongo.emulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.bwaldvogel..")
                .check(room);
    }

    @Test
    void onlyTheProviderKnowsJoseAndServesHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.backwright.services.oidc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..", "com.sun.net.httpserver..")
                .check(room);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("dev.backwright.(*)..").should().beFreeOfCycles().check(room);
    }

    @Test
    void namesSayTheMechanism() {
        noClasses()
                .that()
                .resideInAPackage("dev.backwright.services..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Constants|Base)$")
                .check(room);
    }

    @Test
    void nothingMutableIsStatic() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.backwright.services..")
                .should()
                .beFinal()
                .check(room);
    }
}
