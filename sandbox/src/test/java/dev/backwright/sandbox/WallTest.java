package dev.backwright.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class WallTest {

    private static final JavaClasses ROOM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.backwright.sandbox");

    @Test
    void theRoomKnowsNothingButTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.backwright.sandbox..", "java..", "org.jspecify..")
                .check(ROOM);
    }

    @Test
    void namesSayTheMechanism() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Constants|Base)")
                .check(ROOM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.backwright.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ROOM);
    }
}
