package node.stream_failures;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// The learner's converter between streams and files of the check's own, and what becomes of them.
final class Desk {

    private static final String HELPERS =
            """
            ({ convert, convertFile }) => {
              const { Readable, Writable } = process.getBuiltinModule('node:stream');
              const fs = process.getBuiltinModule('node:fs');
              const turn = () => new Promise((done) => setImmediate(done));
              const turns = async (n) => { for (let i = 0; i < n; i++) await turn(); };
              const rest = async () => { for (let i = 0; i < 20; i++) await turns(3), await new Promise((done) => setTimeout(done, 1)); };
              const open = () => {
                const source = new Readable({ read() {} });
                source.on('error', () => {});
                return source;
              };
              const taking = (write) => {
                const sink = new Writable({
                  write(chunk, encoding, done) {
                    sink.text += chunk;
                    write(done);
                  },
                });
                sink.text = '';
                sink.on('error', () => {});
                return sink;
              };
              const attempt = (act) => {
                try {
                  return Promise.resolve(act());
                } catch (error) {
                  return Promise.reject(error);
                }
              };
              const over = (promise) =>
                promise.then(
                  (value) => ({ how: 'fulfilled', value }),
                  (error) => ({ how: 'rejected', error, name: error?.name, code: error?.code, record: error?.record }),
                );
              // Counts turns of the event loop, no time: what takes no more of them than that has come to rest.
              const settled = async (promise) => {
                let end;
                over(promise).then((how) => { end = how; });
                for (let i = 0; end === undefined && i < 60; i++) {
                  await turns(5);
                  await new Promise((done) => setTimeout(done, 1));
                }
                return end ?? { how: 'still pending' };
              };
              // A conversion that has begun, and after `act` has come to its end or to rest.
              const converting = async (source, sink, options, act) => {
                const promise = attempt(() => convert(source, sink, options));
                promise.catch(() => {});
                await act();
                const end = await settled(promise);
                await turns(5);
                return { ...end, source: source.destroyed, destination: sink.destroyed, finished: sink.writableFinished };
              };
              // Not one that would be an AbortError already: `AbortSignal.timeout` gives such a reason, too.
              const abort = (controller) => controller.abort(new DOMException('time is up', 'TimeoutError'));
              const BEGINNING = 'id,text\\n1,a\\n2,';
              const TABLE = 'id,text\\n' + `1,${'x'.repeat(98)}\\n`.repeat(10000);
              const fresh = (csv) => {
                fs.rmSync('some', { recursive: true, force: true });
                fs.mkdirSync('some');
                if (csv !== undefined) fs.writeFileSync('some/in.csv', csv);
                return ['some/in.csv', 'some/out.ndjson'];
              };
              const shown = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(0, 60) : 'no such file');
              const others = () => fs.readdirSync('some').filter((name) => name !== 'in.csv' && name !== 'out.ndjson');
              return {
                sourceFails(error, how = 'fails') {
                  const source = open();
                  return converting(source, taking((done) => done()), undefined, async () => {
                    source.push(BEGINNING);
                    await turns(5);
                    source.destroy(how === 'fails' ? error : undefined);
                  });
                },
                destinationFails(error, when) {
                  const source = open();
                  const silent = when === 'between two writes';
                  const sink = taking((done) => (silent ? done() : setImmediate(done, error)));
                  return converting(source, sink, undefined, async () => {
                    source.push(BEGINNING);
                    for (let i = 0; !silent && i < 2000; i++) source.push(`x\\n1,${'x'.repeat(1021)}`);
                    await turns(5);
                    if (silent) sink.destroy(error);
                  });
                },
                inputFails() {
                  const source = open();
                  return converting(source, taking((done) => done()), undefined, () => source.push('id,text\\n1,a\\n2,b,c\\n3,'));
                },
                async aborted(when) {
                  const controller = new AbortController();
                  const source = open();
                  const sink = taking((done) => { if (when !== 'while the destination takes nothing') done(); });
                  let before = '';
                  if (when === 'before the call') abort(controller);
                  const end = await converting(source, sink, { signal: controller.signal }, async () => {
                    source.push(BEGINNING);
                    if (when === 'while the destination takes nothing') {
                      for (let i = 0; i < 2000; i++) source.push(`x\\n1,${'x'.repeat(1021)}`);
                    }
                    await turns(20);
                    before = when === 'before the call' ? '' : sink.text;
                    abort(controller);
                  });
                  if (!source.destroyed) source.push('b\\n3,c\\n');
                  await turns(5);
                  return { ...end, more: sink.text.slice(before.length) };
                },
                async file(csv) {
                  const [from, to] = fresh(csv);
                  const count = await convertFile(from, to);
                  return { count, text: shown(to) };
                },
                async whileConverting() {
                  const [from, to] = fresh(TABLE);
                  fs.writeFileSync(to, 'as it was');
                  let isOver = false;
                  const promise = attempt(() => convertFile(from, to)).finally(() => { isOver = true; });
                  promise.catch(() => {});
                  const lengths = new Set();
                  while (!isOver) {
                    lengths.add(fs.existsSync(to) ? fs.statSync(to).size : 'no such file');
                    await turn();
                  }
                  await promise;
                  lengths.delete(9);
                  lengths.delete(fs.statSync(to).size);
                  return [...lengths].slice(0, 3);
                },
                async ending(what, old = 'as it was') {
                  const [from, to] = fresh(what === 'unreadable' ? undefined : TABLE + (what === 'broken' ? '2,"y' : ''));
                  if (old) fs.writeFileSync(to, old);
                  const controller = new AbortController();
                  if (what === 'aborted before') abort(controller);
                  const promise = attempt(() => convertFile(from, to, { signal: controller.signal }));
                  if (what === 'aborted') setImmediate(() => abort(controller));
                  const end = await over(promise);
                  const text = shown(to);
                  await rest();
                  return { ...end, text, later: shown(to), others: others() };
                },
              };
            }
            """;

    private final Value tools;

    Desk(Program program) {
        tools =
                program.value(HELPERS)
                        .as("tools")
                        .call(program.module("convert.js").as("convert.js"))
                        .as("tools");
    }

    /// What one of the helpers comes to.
    Value of(String helper, Object... arguments) {
        return tools.invoke(helper, arguments).as(helper).awaited().as(helper);
    }
}
