import { CADVISOR_AGENT, init, LOGSHIPPER_DEPLOYMENT, MYAPP_POD, pod } from './notes';
import { effectiveResources, qosClass } from '../../src/insight';

const MIB = 2 ** 20;
const requests = (cpu?: string, memory?: string) => ({
  resources: { requests: { ...cpu !== undefined && { cpu }, ...memory !== undefined && { memory } } },
});
const limits = (cpu: string, memory: string) => ({ resources: { limits: { cpu, memory } } });

test('pods of the notes ask for nothing: BestEffort, the least share, and the first to be killed', () => {
  for (const manifest of [MYAPP_POD(), LOGSHIPPER_DEPLOYMENT(), CADVISOR_AGENT()]) {
    const { qosClass: qos, requests: reserved, enforced, containers } = effectiveResources(manifest);
    expect(qos).toBe('BestEffort');
    expect(reserved).toEqual({ quantities: {} });
    expect(enforced).toEqual({ cpuShares: 2 });
    expect(containers.map(({ oomScoreAdj }) => oomScoreAdj)).toEqual(containers.map(() => 1000));
  }
});

test('myapp-pod with resources: its init containers run one after another, so the largest counts and not their sum', () => {
  const manifest = MYAPP_POD();
  Object.assign(manifest.spec.initContainers[0], requests('300m', '64Mi'));
  Object.assign(manifest.spec.initContainers[1], requests('200m', '256Mi'));
  Object.assign(manifest.spec.containers[0], requests('250m', '128Mi'));
  const { requests: reserved, formulas } = effectiveResources(manifest);
  // cpu: 250m runs, 300m is needed before: 300m. memory: 128Mi runs, 256Mi is needed before.
  expect(reserved).toEqual({ cpuMillicores: 300, memoryBytes: 256 * MIB, quantities: { cpu: '300m', memory: '256Mi' } });
  expect(formulas.map(({ text, decidedBy }) => [text, decidedBy])).toEqual([
    ["max(running 250m, init 'init-myservice' 300m) = 300m", 'initializing'],
    ["max(running 128Mi, init 'init-mydb' 256Mi) = 256Mi", 'initializing'],
  ]);
});

test('the logshipper runs beside the app: a sidecar adds to it', () => {
  const manifest = LOGSHIPPER_DEPLOYMENT();
  const { spec } = manifest.spec.template;
  Object.assign(spec.initContainers[0], requests('100m', '32Mi'));
  Object.assign(spec.containers[0], requests('250m', '96Mi'));
  expect(effectiveResources(manifest).requests).toEqual({ cpuMillicores: 350, memoryBytes: 128 * MIB, quantities: { cpu: '350m', memory: '128Mi' } });
});

test('an init container runs beside the sidecars before it, not those behind it', () => {
  const sidecar = (name: string) => init(name, { restartPolicy: 'Always', ...requests('100m') });
  const manifest = pod({ initContainers: [sidecar('a'), init('migrate', requests('1')), sidecar('b')], overhead: { cpu: '50m' } }, requests('500m'));
  // running: 500m + 100m + 100m; migrating: 1 + 100m of the sidecar before it.
  expect(effectiveResources(manifest).formulas).toEqual([{
    resource: 'cpu',
    of: 'requests',
    running: '700m',
    initializing: '1100m',
    initContainer: 'migrate',
    overhead: '50m',
    decidedBy: 'initializing',
    total: '1150m',
    text: "max(running 700m, init 'migrate' 1100m) + overhead 50m = 1150m",
  }]);
});

test('resources of the pod as a whole take the place of those of its containers, since 1.34', () => {
  const manifest = pod({ resources: { requests: { cpu: '2' } } }, requests('500m', '1Gi'));
  expect(effectiveResources(manifest).requests.quantities).toEqual({ cpu: '2', memory: '1Gi' });
  expect(effectiveResources(manifest, { kubernetesVersion: '1.33' }).requests.quantities).toEqual({ cpu: '500m', memory: '1Gi' });
});

test('what the kubelet enforces', () => {
  const { containers: [app], enforced, qosClass: qos } = effectiveResources(pod({}, limits('250m', '64Mi')));
  // 250 of 1000 thousandths: 256 of 1024 shares, 25 of each 100 milliseconds. Requests are as much as limits: Guaranteed.
  const expected = { cpuShares: 256, cpuQuotaMicros: 25_000, memoryLimitBytes: 64 * MIB };
  expect([app.enforced, enforced, qos, app.oomScoreAdj]).toEqual([expected, expected, 'Guaranteed', -997]);
});

test('a pod is limited only in what all its containers limit', () => {
  const manifest = pod({ initContainers: [init('setup', { resources: { limits: { memory: '32Mi' } } })] }, limits('1', '64Mi'));
  expect(effectiveResources(manifest).enforced).toEqual({ cpuShares: 1024, memoryLimitBytes: 64 * MIB });
});

test('the out-of-memory score of a Burstable container falls with what it requests of the node', () => {
  const manifest = pod({ initContainers: [init('proxy', { restartPolicy: 'Always' })] }, requests(undefined, '256Mi'));
  const scores = (nodeMemoryBytes?: number) => effectiveResources(manifest, { nodeMemoryBytes }).containers.map(({ oomScoreAdj }) => oomScoreAdj);
  // The app has a quarter of 1 GiB: 1000 - 250. The sidecar alone would have 999, and gets no more than the app.
  expect(scores(1024 * MIB)).toEqual([750, 750]);
  expect(scores()).toEqual([undefined, undefined]);
  expect(scores(0)).toEqual([undefined, undefined]);
});

test('memory of more than 8 exbibytes in one container changes no score of the others', () => {
  const manifest = pod({ containers: [{ name: 'web', image: 'web:1', ...requests('1', '1e19') }, { name: 'app', image: 'app:1', ...requests(undefined, '1Gi') }, { name: 'cache', image: 'cache:1' }] });
  const scores = effectiveResources(manifest, { nodeMemoryBytes: 4096 * MIB }).containers.map(({ oomScoreAdj }) => oomScoreAdj);
  expect(scores.slice(1)).toEqual([750, 999]); // 1000 - 1000 * 1Gi / 4Gi
});

test('the class alone', () => {
  expect(qosClass(pod({}, limits('1', '1Gi')))).toBe('Guaranteed');
  expect(qosClass(pod({}, requests('1')))).toBe('Burstable');
  expect(qosClass({ kind: 'ConfigMap', apiVersion: 'v1' })).toBeUndefined();
});

test('a resource whose name is that of a member of every object', () => {
  const quantities = JSON.parse('{"__proto__": "1", "constructor": "2"}') as { [name: string]: string };
  expect(Object.keys(effectiveResources(pod({}, { resources: { requests: quantities } })).requests.quantities).sort()).toEqual(['__proto__', 'constructor']);
});

test('the pods of a template get requests from limits, which the template itself does not', () => {
  const manifest = LOGSHIPPER_DEPLOYMENT();
  Object.assign(manifest.spec.template.spec.containers[0], limits('500m', '64Mi'));
  expect(effectiveResources(manifest)).toMatchObject({ qosClass: 'Burstable', requests: { cpuMillicores: 500, memoryBytes: 64 * MIB } });
});
