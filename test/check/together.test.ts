import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { checkAll } from '../../src/check/run';
import type { CheckSettings } from '../../src/check/settings';
import { Together } from '../../src/check/together';
import type { ObjectResult } from '../../src/report/model';

const SETTINGS: CheckSettings = { kubernetesVersion: '1.36', podSecurity: 'privileged', advice: false, static: false, ignores: [], skip: [], requireReviewed: false };
const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'nginx:1.27', ports: [{ name: http, containerPort: 8080 }] }] }
`;
const service = (annotations = '{}'): string => `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: { name: web, annotations: ${annotations} }
  spec:
    selector: { app: web }
    ports:
    - port: 80
      targetPort: htpp
`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'together-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function checked(files: { [name: string]: string }, settings: Partial<CheckSettings> = {}, isWhole = true): Promise<readonly ObjectResult[]> {
  const targets = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return { file: join(folder, name), found: true };
  });
  const together = new Together();
  const all = { ...SETTINGS, ...settings };
  const run = await checkAll(targets, all, () => undefined, { together, threads: 4 });
  together.finish(all, isWhole);
  return run.files.flatMap(({ results }) => results);
}

test('a finding about two files has the place of both', async () => {
  const [, { findings, allowed }] = await checked({ 'a.yaml': WORKLOAD, 'b.yaml': service() });

  expect(allowed).toBe(true);
  expect(findings).toEqual([expect.objectContaining({
    code: 'links/service-port',
    severity: 'warning',
    subject: 'app',
    verdict: 'broken',
    at: 'items[0].spec.ports[0].targetPort',
    range: expect.objectContaining({ line: 11, column: 19 }),
    related: [expect.objectContaining({ name: 'Deployment web', at: 'spec.template.spec.containers', file: join(folder, 'a.yaml'), range: expect.objectContaining({ line: 8 }) })],
  })]);
});

test('without the other file, the same is not known to be wrong', async () => {
  const codes = (results: readonly ObjectResult[]): unknown =>
    results.flatMap(({ findings }) => findings.map(({ code, verdict }) => [code, verdict]));

  expect(codes(await checked({ 'b.yaml': service() }))).toEqual([['links/service-no-pods', 'not-in-input']]);
  expect(codes(await checked({ 'b.yaml': service() }, {}, false))).toEqual([]);
  expect(codes(await checked({ 'b.yaml': service() }, { advice: true }, false))).toEqual([['links/service-no-pods', 'unknown']]);
});

test('severities by code', async () => {
  const files = { 'a.yaml': WORKLOAD, 'b.yaml': service() };

  expect((await checked(files, { severities: { 'links/service-port': 'error' } }))[1]).toMatchObject({ allowed: true, findings: [{ severity: 'error' }] });
  expect((await checked(files, { severities: { 'links/service-port': 'off' } }))[1].findings).toEqual([]);
});

test('an annotation and the settings leave findings out', async () => {
  const annotated = service('{ cdk8s-pods/suppress: "links/service-port: it is opened later" }');
  const [, byAnnotation] = await checked({ 'a.yaml': WORKLOAD, 'b.yaml': annotated });
  const ignores = [{ what: 'links/service-port', reason: 'it is opened later' }];
  const [, bySettings] = await checked({ 'a.yaml': WORKLOAD, 'b.yaml': service() }, { ignores });

  expect(byAnnotation).toMatchObject({ findings: [], ignored: [{ code: 'links/service-port', by: 'annotation' }] });
  expect(bySettings).toMatchObject({ findings: [], ignored: [{ code: 'links/service-port', by: 'settings' }] });
});

test('a skipped object is there for the others', async () => {
  const results = await checked({ 'a.yaml': WORKLOAD, 'b.yaml': service() }, { skip: ['Deployment'] });

  expect(results[1].findings).toMatchObject([{ code: 'links/service-port', verdict: 'broken' }]);
});
