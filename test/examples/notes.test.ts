import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { loadExamples } from '../../examples/run';

const NOTES = join(__dirname, 'notes');
const examples = new Map(loadExamples().map((example) => [example.name, example.manifests as any[]]));

/**
 * The YAML documents of a file in notes/, which is named <number of the note>-<example>.yaml. The notes are about: 000 pods in detail, from
 * templates to termination; 001 pods and the workloads that manage them; 002 the life cycle, readiness gates and topology spread; 003 several
 * containers in one pod; 004 a first pod.
 */
function note(file: string): any[] {
  return parseAllDocuments(readFileSync(join(NOTES, file), 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

function synthesized(name: string): any[] {
  const manifests = examples.get(name);
  if (!manifests) {
    throw new Error(`there is no example ${name}`);
  }
  return manifests;
}

describe('manifests that stand whole in the notes', () => {
  test.each([
    '000-nginx-pod.yaml',
    '000-hello-job.yaml',
    '000-init-containers.yaml',
    '000-services.yaml',
    '000-sidecar-deployment.yaml',
    '000-sidecar-job.yaml',
    '001-nginx-latest-pod.yaml',
    '001-hello-job.yaml',
    '002-nginx-pod.yaml',
    '002-hello-job.yaml',
    '002-myapp-pod.yaml',
    '003-webserver-watcher.yaml',
    '003-shared-volume.yaml',
    '004-busybox.yaml',
  ])('%s', (file) => {
    expect(synthesized(nameOf(file))).toStrictEqual(note(file));
  });
});

describe('manifests that the notes write otherwise', () => {
  test('002-readiness-gates.yaml is a fragment: dots end its first document, status is the server\'s, name and containers are left out', () => {
    const [head, { spec, status }] = note('002-readiness-gates.yaml');
    const [pod] = synthesized('readiness-gates');
    const { containers, ...rest } = pod.spec;
    expect(containers).toHaveLength(1);
    expect({ kind: pod.kind, spec: rest }).toStrictEqual({ ...head, spec });
    // The condition that the example waits for is the one that the note's status shows.
    expect(status.conditions.map((c: any) => c.type)).toContain(pod.spec.readinessGates[0].conditionType);
  });

  test('002-topology-spread.yaml has placeholders, and neither labels nor containers', () => {
    const [template] = note('002-topology-spread.yaml');
    const [constraint] = template.spec.topologySpreadConstraints;
    expect(constraint).toStrictEqual({
      maxSkew: '<integer>', topologyKey: '<string>', whenUnsatisfiable: '<string>', labelSelector: '<object>',
    });
    const filledIn = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'foo' } } };
    expect(synthesized('topology-spread')).toStrictEqual([{
      ...template,
      metadata: { ...template.metadata, labels: { app: 'foo' } },
      spec: { topologySpreadConstraints: [filledIn], containers: [{ name: 'pause', image: 'registry.k8s.io/pause:3.10' }] },
    }]);
  });

  test('003-webserver.yaml is what kubectl apply kept of its input, with a namespace and an empty map of annotations added', () => {
    const [{ metadata, ...applied }] = note('003-webserver.yaml');
    const { annotations, namespace, ...written } = metadata;
    expect({ annotations, namespace }).toStrictEqual({ annotations: {}, namespace: 'default' });
    expect(synthesized('webserver')).toStrictEqual([{ ...applied, metadata: written }]);
  });

  test('004-cadvisor-agent.yaml has source.hostDir of an API before v1, which is hostPath today', () => {
    const [old] = note('004-cadvisor-agent.yaml');
    const volumes = old.spec.volumes.map(({ source, ...volume }: any) => {
      expect(Object.keys(source)).toEqual(['hostDir']);
      return { ...volume, hostPath: source.hostDir };
    });
    expect(synthesized('cadvisor-agent')).toStrictEqual([{ ...old, spec: { ...old.spec, volumes } }]);
  });
});

test('every manifest of the notes has its example', () => {
  const files = readdirSync(NOTES).sort();
  expect(files).toHaveLength(18);
  for (const file of files) {
    expect(readFileSync(join(NOTES, file), 'utf8')).toMatch(new RegExp(`^# ${file.slice(0, 3)}_[0-9a-f]{16}\\.txt`));
    expect(examples.has(nameOf(file))).toBe(true);
  }
});

function nameOf(file: string): string {
  return file.slice('000-'.length, -'.yaml'.length);
}
