// The YAML writer against `yaml`, `js-yaml` and `JSON.stringify`, and the reader against `js-yaml` and `yaml`, on the same Deployments.
// Run: npm run bench -- yaml
import { dump, load } from 'js-yaml';
import { parseDocument, stringify } from 'yaml';
import { readYaml } from '../src/yaml/read/read';
import { writeDocuments } from '../src/yaml/write/write';

const DOCUMENTS = 1000;
const ROUNDS = 9;

/** A Deployment as people write them: three containers with probes, env, resources, a script and a volume. */
function deployment(i: number): object {
  const labels = { 'app': `web-${i}`, 'app.kubernetes.io/managed-by': 'cdk8s' };
  const containers = ['app', 'proxy', 'metrics'].map((name, n) => ({
    name,
    image: `registry.example.com/team/${name}:1.${i % 40}.${n}`,
    command: ['/bin/sh', '-c', '#!/bin/sh\nset -e\nif [ -f /data/ready ]; then\n  exec /usr/bin/server --port "$PORT"\nfi\nexit 1\n'],
    args: ['--verbose', `--shard=${i}`],
    ports: [{ name: `http-${n}`, containerPort: 8080 + n, protocol: 'TCP' }],
    env: [
      { name: 'LEVEL', value: 'info' }, { name: 'REPLICA', value: String(i) }, { name: 'DEBUG', value: 'no' }, { name: 'URL', value: `http://db-${i}.svc:5432/main?x=1` },
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
    readinessProbe: { httpGet: { path: '/ready', port: 8080 + n }, periodSeconds: 5 },
    livenessProbe: { tcpSocket: { port: 8080 + n }, initialDelaySeconds: 10 },
    securityContext: { runAsNonRoot: true, runAsUser: 1000 + i, capabilities: { drop: ['ALL'] } },
  }));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `web-${i}`, namespace: 'shop', labels, annotations: { 'example.com/checksum': (i * 2654435761).toString(16).padStart(16, '0'), 'note': 'rolled out: yes' } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: `web-${i}` } },
      template: { metadata: { labels }, spec: { serviceAccountName: `web-${i}`, containers, volumes: [{ name: 'data', emptyDir: {} }] } },
    },
  };
}

function compare(title: string, ways: Record<string, () => unknown>, ours: string): void {
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const start = performance.now();
      run();
      if (round > 0) {
        times.get(name)!.push(performance.now() - start);
      } // the first round warms up
    }
  }
  const median = (name: string) => times.get(name)!.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  console.log(`${title}, ${DOCUMENTS} Deployments, median of ${ROUNDS} rounds:`);
  for (const name of Object.keys(ways)) {
    console.log(`  ${name.padEnd(16)} ${median(name).toFixed(1).padStart(8)} ms${name === ours ? '' : `   ours takes ${(median(ours) / median(name)).toFixed(2)} of it (${(median(name) / median(ours)).toFixed(1)} times as fast)`}`);
  }
}

// Strings as they come out of an app: made again for each round, so that no writer gains from strings that it has seen.
const make = () => Array.from({ length: DOCUMENTS }, (_, i) => deployment(i));
const documents = make();
const text = writeDocuments(documents);
const parts = text.split('---\n');
console.log(`${(text.length / DOCUMENTS).toFixed(0)} characters a Deployment\n`);
compare('writing', {
  'ours': () => Buffer.byteLength(writeDocuments(documents)),
  'js-yaml': () => documents.map((d) => dump(d)).join('---\n').length,
  'yaml': () => documents.map((d) => stringify(d, { version: '1.1' })).join('---\n').length,
  'JSON.stringify': () => Buffer.byteLength(documents.map((d) => JSON.stringify(d)).join('\n')),
}, 'ours');
console.log();
compare('reading', {
  'ours': () => readYaml(text),
  'js-yaml': () => parts.map((part) => load(part)),
  'yaml': () => parts.map((part) => parseDocument(part)),
}, 'ours');
