package node.streams;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// The learner's converter between streams of the check's own.
final class Desk {

    private static final String HELPERS =
            """
            ({ convert, CsvError }) => {
              const { Readable, Writable } = process.getBuiltinModule('node:stream');
              const turn = () => new Promise((done) => setImmediate(done));
              const turns = async (n) => { for (let i = 0; i < n; i++) await turn(); };
              const pieces = function* (csv, size) {
                const bytes = Buffer.from(csv);
                for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
              };
              const bytes = (made) => Readable.from(made, { objectMode: false });
              const collector = () => {
                const sink = new Writable({
                  write(chunk, encoding, done) {
                    sink.text += chunk;
                    done();
                  },
                });
                sink.text = '';
                sink.on('error', () => {});
                return sink;
              };
              // Counts turns of the event loop, no time: what takes no more of them than that has come to rest.
              const settled = async (promise, progress = () => 0) => {
                let end;
                Promise.resolve(promise).then(
                  (value) => { end = { how: 'fulfilled', value }; },
                  (error) => { end = { how: 'rejected', error, name: error?.name }; },
                );
                let seen;
                for (let rest = 0; end === undefined && rest < 60; rest++) {
                  if (progress() !== seen) rest = 0;
                  seen = progress();
                  await turns(5);
                  await new Promise((done) => setTimeout(done, 1));
                }
                return end ?? { how: 'still pending' };
              };
              const attempt = (act) => {
                try {
                  return Promise.resolve(act());
                } catch (error) {
                  return Promise.reject(error);
                }
              };
              const parsed = (text) => {
                if (text !== '' && !text.endsWith('\\n')) return `the last line has no end: ${text.slice(-80)}`;
                try {
                  return text.split('\\n').slice(0, -1).map((line) => JSON.parse(line));
                } catch (error) {
                  return `${error.message}: ${text.slice(0, 200)}`;
                }
              };
              return {
                async converted(csv, size = Infinity) {
                  const sink = collector();
                  const count = await convert(bytes(pieces(csv, size === Infinity ? 1e9 : size)), sink);
                  return { count, rows: parsed(sink.text) };
                },
                async keysOf(csv) {
                  const sink = collector();
                  await convert(bytes(pieces(csv, 1e9)), sink);
                  return parsed(sink.text).map((row) => Object.keys(row).sort());
                },
                async sameAtAnySize(csv, most) {
                  const whole = JSON.stringify((await this.converted(csv)).rows);
                  for (let size = 1; size <= most; size++) {
                    const cut = await settled(this.converted(csv, size));
                    const seen = cut.how === 'fulfilled' ? JSON.stringify(cut.value.rows) : String(cut.error?.message ?? cut.how);
                    if (seen !== whole) return `in chunks of ${size} ${size === 1 ? 'byte' : 'bytes'}: ${seen}; in one chunk: ${whole}`;
                  }
                  return 'the same';
                },
                async refusal(csv) {
                  const sink = collector();
                  const source = bytes(pieces(csv, 1e9));
                  const end = await settled(attempt(() => convert(source, sink)));
                  if (end.how !== 'rejected') return `${end.how}, ${sink.text}`;
                  return end.error instanceof CsvError ? `record ${end.error.record}` : String(end.error);
                },
                async ahead() {
                  let made = 0;
                  const CHUNK = Buffer.from(`1,${'x'.repeat(1021)}\\n`.repeat(16));
                  const TOTAL = 250;
                  const source = bytes((function* () {
                    yield Buffer.from('id,text\\n');
                    while (made < TOTAL) {
                      made++;
                      yield CHUNK;
                    }
                  })());
                  let held;
                  let stuck = true;
                  let lines = 0;
                  const sink = new Writable({
                    write(chunk, encoding, done) {
                      for (const byte of chunk) lines += byte === 10;
                      if (stuck) held = done;
                      else setImmediate(done);
                    },
                  });
                  const promise = attempt(() => convert(source, sink));
                  promise.catch(() => {});
                  for (let seen = -1; seen !== made; ) {
                    seen = made;
                    await turns(50);
                    await new Promise((done) => setTimeout(done, 20));
                  }
                  const ahead = made;
                  stuck = false;
                  held?.();
                  const end = await settled(promise, () => lines);
                  return { begun: held !== undefined, megabytesAhead: Math.ceil((ahead * CHUNK.length) / 2 ** 20), ...end, lines };
                },
                async waitsForTheEnd() {
                  let finish;
                  const sink = new Writable({
                    write(chunk, encoding, done) { done(); },
                    final(done) { finish = done; },
                  });
                  const promise = attempt(() => convert(bytes(pieces('a\\n1\\n', 1e9)), sink));
                  promise.catch(() => {});
                  const before = await settled(promise);
                  finish?.();
                  const after = await settled(promise);
                  return `${before.how}, then ${after.how}`;
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

    /// What one of the helpers comes to. Where it is rejected, the message shows the input.
    Value of(String helper, Object... arguments) {
        return tools.invoke(helper, arguments).awaited().as(helper);
    }
}
