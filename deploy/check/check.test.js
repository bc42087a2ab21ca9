// Holds each file of deploy/ against the schema, types or grammar of whoever reads it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parser } from '@prometheus-io/lezer-promql';
import Ajv from 'ajv';
import { validate } from 'dockerfile-utils';
import { parse, parseAllDocuments } from 'yaml';

const here = import.meta.dirname;
const deploy = join(here, '..');
const text = (name) => readFileSync(join(deploy, name), 'utf8');
const yaml = (name) => parse(text(name), { merge: true });
const PINNED = /^[a-z0-9./-]+:[0-9]+(\.[0-9]+)+[a-z0-9._-]*$/;

const manifests = ['namespace', 'academy', 'judge', 'network', 'scale'].flatMap((name) =>
  parseAllDocuments(text(`kubernetes/${name}.yaml`)).map((it) => {
    assert.deepEqual(it.errors, [], name);
    return it.toJS();
  }));

const moduleOf = ({ apiVersion }) => `${apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models'}/${apiVersion}`;

test('each manifest is what its kind wants', async () => {
  assert.ok(manifests.length > 8);
  for (const it of manifests) {
    const models = await import(moduleOf(it));
    new models[it.kind](it).validate();
  }
});

/** The models let fields pass that no kind has; the compiler does not. */
test('no manifest has a field that its kind has not', () => {
  const lines = manifests.map((it, at) =>
    `import type { I${it.kind} as T${at} } from '${moduleOf(it)}';\nexport const m${at}: T${at} = ${JSON.stringify(it)};\n`);
  assert.equal(complaints(lines.join('')), '');
  const wrong = structuredClone(manifests.find((it) => it.metadata.name === 'judge' && it.kind === 'Deployment'));
  wrong.spec.template.spec.containers[0].securityContext.procMounts = 'Unmasked';
  assert.match(complaints(`import type { IDeployment as T } from '${moduleOf(wrong)}';\nexport const m: T = ${JSON.stringify(wrong)};\n`), /procMounts/);
});

function complaints(source) {
  const folder = mkdtempSync(join(here, 'node_modules/.check-'));
  try {
    writeFileSync(join(folder, 'manifests.ts'), source);
    const words = ['--noEmit', '--skipLibCheck', '--strict', '--module', 'nodenext', '--types', '', join(folder, 'manifests.ts')];
    execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--ignoreConfig', ...words], { stdio: 'pipe' });
    return '';
  } catch (e) {
    return String(e.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('compose.yaml is what the Compose specification says', () => {
  const { $schema, ...schema } = JSON.parse(text('check/node_modules/dclint/schemas/compose.schema.json'));
  assert.ok($schema);
  const valid = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(schema);
  assert.ok(valid(yaml('compose.yaml')), JSON.stringify(valid.errors));
  assert.ok(!valid({ services: { a: { imagine: 'a:1.0' } } }));
});

test('the judge gets what docs/platforms.md names, and no more', () => {
  const documented = readFileSync(join(deploy, '../docs/platforms.md'), 'utf8');
  const blocks = [...documented.matchAll(/```yaml\n([^`]+)```/g)].map((it) => parse(it[1]));
  const [compose, pod] = [blocks.find((it) => it.services), blocks.find((it) => it.spec)];
  const judge = yaml('compose.yaml').services.judge;
  assert.deepEqual(judge.security_opt, compose.services.judge.security_opt);
  assert.equal(judge.privileged, undefined);
  assert.equal(judge.cap_add, undefined);
  const { spec } = manifests.find((it) => it.kind === 'Deployment' && it.metadata.name === 'judge').spec.template;
  assert.equal(spec.hostUsers, pod.spec.hostUsers);
  for (const [name, value] of Object.entries(pod.spec.securityContext)) assert.deepEqual(spec.securityContext[name], value);
  assert.equal(spec.containers[0].securityContext.procMount, pod.spec.containers[0].securityContext.procMount);
});

test('the Dockerfile is one, and ends as nobody in particular', () => {
  assert.deepEqual(validate(text('Dockerfile')), []);
  assert.match(text('Dockerfile.dockerignore'), /^deploy\/secrets$/m);
  const users = [...text('Dockerfile').matchAll(/^USER (.+)$/gm)].map((it) => it[1]);
  assert.equal(users.at(-1), '10001:10001');
});

test('every image is pinned', () => {
  const images = [
    ...[...text('Dockerfile').matchAll(/^FROM (\S+)/gm)].map((it) => it[1]),
    ...Object.values(yaml('compose.yaml').services).map((it) => it.image),
    ...manifests.filter((it) => it.kind === 'Deployment').flatMap((it) => it.spec.template.spec.containers.map((one) => one.image)),
  ];
  assert.ok(images.length > 7);
  for (const image of images) assert.match(image, PINNED);
});

test('no secret stands in any file', () => {
  for (const it of manifests.filter((one) => one.kind === 'Deployment')) {
    for (const { name, value } of it.spec.template.spec.containers[0].env) {
      if (/PASSWORD|TOKEN|URL$/.test(name) && !name.endsWith('_FILE')) assert.equal(value, undefined, name);
    }
  }
  for (const { environment = {} } of Object.values(yaml('compose.yaml').services)) {
    for (const name of Object.keys(environment)) assert.doesNotMatch(name, /(PASSWORD|TOKEN)$/);
  }
});

test('Prometheus takes the rules, and they raise alerts when they have to', (t) => {
  const found = spawnSync('promtool', ['--version']);
  if (found.error && !process.env.CI) {
    t.skip('promtool is not installed here; .ci/run gets it');
    return;
  }
  for (const words of [['check', 'rules', 'rules.yaml'], ['test', 'rules', 'rules.test.yaml']]) {
    const { status, stdout, stderr, error } = spawnSync('promtool', words, { cwd: join(deploy, 'prometheus'), encoding: 'utf8' });
    assert.equal(status, 0, `${error ?? ''}${stdout}${stderr}`);
  }
});

test('what rules and dashboard ask is PromQL', () => {
  const asked = [
    ...yaml('prometheus/rules.yaml').groups.flatMap((it) => it.rules.map((rule) => rule.expr)),
    ...JSON.parse(text('prometheus/dashboard.json')).panels.flatMap((it) => it.targets.map((target) => target.expr)),
    manifests.find((it) => it.kind === 'ScaledObject').spec.triggers[0].metadata.query,
  ];
  assert.ok(asked.length > 25);
  for (const expr of asked) assert.ok(isPromQl(expr), expr);
  assert.ok(!isPromQl('max(backwright_judges'));
});

function isPromQl(expr) {
  let good = true;
  parser.parse(expr).iterate({ enter: (node) => void (good &&= !node.type.isError) });
  return good;
}

/** Nobody publishes a schema of these that a registry has. */
test('the rest has the fields it lives by', () => {
  for (const { alert, expr, labels, annotations } of yaml('prometheus/rules.yaml').groups[0].rules) {
    assert.ok(alert && expr && ['page', 'ticket'].includes(labels.severity) && annotations.summary && annotations.action, alert);
  }
  const { panels } = JSON.parse(text('prometheus/dashboard.json'));
  assert.equal(new Set(panels.map((it) => it.id)).size, panels.length);
  for (const { title, gridPos } of panels) assert.ok(title && gridPos.x + gridPos.w <= 24);
  const { resources } = yaml('kubernetes/kustomization.yaml');
  assert.deepEqual(resources, ['namespace.yaml', 'academy.yaml', 'judge.yaml', 'network.yaml']);
  const { services, databases } = yaml('render.yaml');
  for (const { type, name, runtime, healthCheckPath, envVars } of services) {
    assert.ok(type === 'web' && name && runtime === 'docker' && healthCheckPath === '/health/ready');
    for (const variable of envVars) assert.equal(Object.keys(variable).length, 2, variable.key);
  }
  assert.equal(databases[0].name, services[0].envVars.find((it) => it.fromDatabase).fromDatabase.name);
  assert.deepEqual(text('Procfile').trim().split('\n').map((it) => it.split(':')[0]), ['web', 'judge']);
});
