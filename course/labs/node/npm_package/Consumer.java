package node.npm_package;

import dev.backwright.checks.Project;

/// Those who install the package.
final class Consumer {

    static final String NAME = "@harbour/labels";

    /// Tells what each name that it is given leads to, for `import` and for `require`.
    private static final String ASK =
            """
            import { createRequire } from 'node:module';
            const require = createRequire(import.meta.url);
            const json = { with: { type: 'json' } };
            const loads = {
              import: (name) => import(name, name.endsWith('.json') ? json : undefined),
              require: async (name) => require(name),
            };
            for (const name of process.argv.slice(2)) {
              for (const [how, load] of Object.entries(loads)) {
                const told = await load(name).then((it) => Object.keys(it.default?.name ? it.default : it).sort().join(), (error) => error.code ?? error.message);
                console.log(`${how} ${name}: ${told}`);
              }
            }
            """;

    private static final String SAME =
            """
            import { createRequire } from 'node:module';
            import { label } from '@harbour/labels';
            console.log(createRequire(import.meta.url)('@harbour/labels').label === label);
            """;

    private static final String PRINTER =
            """
            import { label } from '@harbour/labels';
            import { formats } from '@harbour/printer';
            console.log(formats.get('label') === label);
            """;

    private Consumer() {}

    /// A project with what it depends on, nothing of it installed yet.
    ///
    /// @param dependencies as in its package.json, without the braces
    static Project beside(Project project, String name, String dependencies) {
        return project.beside(name)
                .lay(
                        "package.json",
                        """
                        { "name": "%s", "version": "1.0.0", "license": "MIT", "type": "module",
                          "dependencies": { %s } }
                        """
                                .formatted(name, dependencies))
                .lay("ask.js", ASK)
                .lay("same.js", SAME)
                .lay("printer.js", PRINTER);
    }

    /// What a fresh copy of the learner's project has after `npm install`, published.
    static void publish(Project project) {
        install(project);
        project.run("rm", "-f", "src/ports.js");
        project.run("npm", "publish")
                .exit()
                .because("`npm publish` publishes the package as it is after `npm install`")
                .is(0);
    }

    static void install(Project project) {
        project.run("npm", "install")
                .exit()
                .because("`npm install` works in a fresh copy of the project")
                .is(0);
    }
}
