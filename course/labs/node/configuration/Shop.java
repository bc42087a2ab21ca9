package node.configuration;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.Map;

/// The learner's `loadConfig` under circumstances of the check's own.
final class Shop {

    static final String URL = "postgres://shop:s3cr^t|pw@db.example:5432/shop?sslmode=require";
    static final String SECRET = "a%long=secret#with 'odd' letters.";

    private static final String HELPERS =
            """
            ({ loadConfig, ConfigError }, GOOD) => {
              const fs = process.getBuiltinModule('node:fs');
              const util = process.getBuiltinModule('node:util');
              const initial = { ...process.env };
              fs.writeFileSync('empty.env', '');
              const load = (variables, path = 'empty.env') =>
                loadConfig({ env: { ...GOOD, ...variables }, path });
              const places = {
                HOST: (config) => config.server.host,
                PORT: (config) => config.server.port,
                TRUST_PROXY: (config) => config.server.trustProxy,
                DATABASE_URL: (config) => config.database.url.reveal(),
                SESSION_SECRET: (config) => config.session.secret.reveal(),
                LOG_LEVEL: (config) => config.log.level,
                SAMPLE_RATE: (config) => config.log.sampleRate,
              };
              const refusal = (env, path = 'empty.env') => {
                try {
                  loadConfig({ env, path });
                } catch (error) {
                  return error;
                }
              };
              const told = (error) =>
                error === undefined ? 'nothing was refused'
                  : error instanceof ConfigError ? 'ConfigError'
                  : `${error?.name}: ${error?.message}`;
              return {
                write: (path, text) => fs.writeFileSync(path, text),
                all: (config) =>
                  Object.entries(places).map(([name, place]) => `${name} ${typeof place(config)} ${place(config)}`),
                loadWith: load,
                valueOf: (variable, text) => places[variable](load({ [variable]: text })),
                outcomeOf(variable, text) {
                  const error = refusal({ ...GOOD, [variable]: text });
                  if (error === undefined) return `taken as ${util.inspect(places[variable](load({ [variable]: text })))}`;
                  if (!(error instanceof ConfigError)) return told(error);
                  return error.message.includes(variable) ? 'refused' : `refused, but not by name: ${error.message}`;
                },
                refusal: (env, path) => told(refusal(env, path)),
                problems: (env, path) =>
                  refusal(env, path)?.problems?.map(({ variable, problem }) => `${variable} ${problem}`),
                unnamed: (env, ...names) =>
                  names.filter((name) => !String(refusal(env)?.message).includes(name)),
                envAfter(env, path) {
                  loadConfig({ env, path });
                  const other = Object.keys(process.env).filter((name) => process.env[name] !== initial[name]);
                  return [...Object.keys(env), ...other.map((name) => `process.env.${name}`)].sort();
                },
                notFrozen(config) {
                  const found = [];
                  const walk = (value, path) => {
                    if (!Object.isFrozen(value)) found.push(path);
                    for (const [name, inner] of Object.entries(value)) {
                      if (typeof inner === 'object' && inner !== null) walk(inner, `${path}.${name}`);
                    }
                  };
                  walk(config, 'config');
                  return found;
                },
                prints: {
                  inspect: (value) => util.inspect(value),
                  'inspect, all of it': (value) => util.inspect(value, { depth: null, showHidden: true, getters: true, showProxy: true }),
                  'inspect, not customized': (value) => util.inspect(value, { depth: null, showHidden: true, customInspect: false }),
                  'format with %o': (value) => util.format('%o', value),
                  JSON: (value) => String(JSON.stringify(value)),
                },
                leaks(value, ...texts) {
                  return Object.entries(this.prints)
                    .filter(([, print]) => texts.some((text) => print(value).includes(text)))
                    .map(([how]) => how);
                },
                errorLeaks(env, ...texts) {
                  const error = refusal(env);
                  const found = this.leaks(error, ...texts);
                  const words = `${error?.message} ${error?.stack}`;
                  return texts.some((text) => words.includes(text)) ? ['message', ...found] : found;
                },
              };
            }
            """;

    private final Value tools;

    Shop(Program program) {
        tools =
                program.value(HELPERS)
                        .as("tools")
                        .call(
                                program.module("config.js").as("config.js"),
                                Map.of("DATABASE_URL", URL, "SESSION_SECRET", SECRET))
                        .as("tools");
    }

    /// One of the helpers, by its name.
    Value tool(String name) {
        return tools.get(name).as(name);
    }

    /// What comes of one variable beside the two that have to be there.
    Value outcome(String variable, Object text) {
        return tool("outcomeOf").call(variable, text);
    }

    /// The value of one variable in the config.
    Value value(String variable, Object text) {
        return tool("valueOf").call(variable, text);
    }

    /// The config of these variables of the environment beside the two that have to be there.
    Value load(Object... variables) {
        return tool("loadWith").call(variables).as("config");
    }

    /// How it is printed in one of several ways.
    Value printed(String how, Value value) {
        return tools.get("prints").get(how).as(how).call(value);
    }

    Value leaks(Value value, String... texts) {
        return tools.invoke("leaks", withTexts(value, texts)).as("the ways in which it shows");
    }

    Value errorLeaks(Object env, String... texts) {
        return tools.invoke("errorLeaks", withTexts(env, texts)).as("what shows it");
    }

    private static Object[] withTexts(Object first, String... texts) {
        Object[] all = new Object[texts.length + 1];
        all[0] = first;
        System.arraycopy(texts, 0, all, 1, texts.length);
        return all;
    }
}
