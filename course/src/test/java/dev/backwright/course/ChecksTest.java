package dev.backwright.course;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.backwright.checks.Provider;
import dev.backwright.judge.Lab;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What classes of checks may be.
class ChecksTest {

    private static final Set<Class<?>> UNCHANGEABLE =
            Set.of(String.class, Pattern.class, Provider.Person.class);

    private final JavaClasses checks =
            new ClassFileImporter()
                    .importPackages(
                            Course.labs().stream()
                                    .map(ChecksTest::packageOf)
                                    .toArray(String[]::new));

    @Test
    void theyKeepNoStateBetweenSubmissions() {
        fields().that(describe("are static", ChecksTest::isStatic))
                .should()
                .beFinal()
                .andShould()
                .haveRawType(describe("that cannot change", ChecksTest::isUnchangeable))
                .allowEmptyShould(true)
                .because("submissions are judged side by side in one process")
                .check(checks);
    }

    @Test
    void theyKnowOnlyTheWordsOfChecks() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known())
                .because("a lab can be added without reading the judge")
                .check(checks);
    }

    @Test
    void theyAreNotPublic() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Checks")
                .should()
                .notBePublic()
                .because("nobody but the judge's engine calls them")
                .check(checks);
    }

    private static String[] known() {
        var own = Course.labs().stream().map(ChecksTest::packageOf);
        var given =
                List.of(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.nio.charset",
                        "java.security..",
                        "javax.crypto..");
        var words = List.of("dev.backwright.checks", "org.jspecify..");
        return java.util.stream.Stream.of(own, given.stream(), words.stream())
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private static String packageOf(Lab lab) {
        return lab.id().step() + "." + lab.id().name();
    }

    /// What the compiler makes of a `switch` over an enum is its own.
    private static boolean isStatic(JavaMember member) {
        var modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isUnchangeable(JavaClass type) {
        return type.isPrimitive()
                || type.isEnum()
                || UNCHANGEABLE.stream().anyMatch(each -> type.isEquivalentTo(each));
    }
}
