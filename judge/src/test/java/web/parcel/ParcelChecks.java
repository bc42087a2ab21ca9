package web.parcel;

import dev.backwright.checks.Check;
import dev.backwright.checks.Project;
import dev.backwright.checks.Registry;

class ParcelChecks {

    @Check(id = "installs", title = "works where it is installed")
    void installs(Project project) {
        project.run("npm", "publish").exit().is(0);
        var shop = project.beside("shop").lay("package.json", "{\"name\": \"shop\"}");
        shop.run("npm", "install", "@post/parcel").exit().is(0);
        shop.run("node", "-p", "require('@post/parcel')").out().is("3\n");
    }

    @Check(id = "keeps-to-itself", title = "publishes nothing that is not its users'")
    void keepsToItself(Project project, Registry registry) {
        project.run("npm", "publish").exit().is(0);
        registry.published("@post/parcel", "1.0.0").files().lacks("notes.txt");
    }
}
