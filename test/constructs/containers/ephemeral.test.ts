import { JsonPatch } from 'cdk8s';
import * as lib from '../../../src';
import { Container, Deployment, DownwardEnv, EphemeralContainer, Pod, Volume } from '../../../src';
import { failure, only, shop, synth } from '../helpers';

function podWithApp(): Pod {
  const pod = new Pod(shop(), 'pod', { shareProcessNamespace: true });
  new Container(pod, 'app', { image: 'distroless' });
  return pod;
}

test('is never in the manifest of the pod, and gives the patch of its subresource', () => {
  const chart = shop();
  const pod = new Pod(chart, 'pod', { metadata: { name: 'pod' }, shareProcessNamespace: true, containers: [{ name: 'app', image: 'x' }] });
  const debug = new EphemeralContainer(pod, 'debug', {
    image: 'busybox',
    stdin: true,
    tty: true,
    targetContainerName: 'app',
    env: { Z: 'z', A: DownwardEnv.podName() },
    securityContext: { capabilities: { add: ['SYS_PTRACE'] } },
  });
  expect(only(chart, 'Pod')).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'pod' },
    spec: { shareProcessNamespace: true, containers: [{ name: 'app', image: 'x' }] },
  });
  expect(debug.toPatch()).toEqual({
    spec: {
      ephemeralContainers: [{
        name: 'debug',
        image: 'busybox',
        stdin: true,
        tty: true,
        targetContainerName: 'app',
        env: [{ name: 'Z', value: 'z' }, { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
        securityContext: { capabilities: { add: ['SYS_PTRACE'] } },
      }],
    },
  });
});

test('the patch is plain JSON: it survives a round trip', () => {
  const debug = new EphemeralContainer(podWithApp(), 'debug', { image: 'x', volumeMounts: [Volume.emptyDir('v').mount('/v')] });
  const patch = debug.toPatch();
  expect(JSON.parse(JSON.stringify(patch))).toStrictEqual(patch);
});

test('each one has a patch of its own', () => {
  const pod = podWithApp();
  const [a, b] = ['a', 'b'].map((id) => new EphemeralContainer(pod, id, { image: id }));
  expect(a.toPatch().spec.ephemeralContainers.map((c: any) => c.name)).toEqual(['a']);
  expect(b.toPatch().spec.ephemeralContainers.map((c: any) => c.name)).toEqual(['b']);
});

test('a workload takes one, for its pods', () => {
  const chart = shop();
  const web = new Deployment(chart, 'web', { template: { containers: [{ name: 'app', image: 'app:1' }] } });
  const debug = new EphemeralContainer(web, 'debug', { image: 'x', targetContainerName: 'app' });
  expect(debug.toPatch().spec.ephemeralContainers).toHaveLength(1);
  expect(JSON.stringify(synth(chart))).not.toContain('debug');
});

test('a volume that it mounts is in the pod, since no patch can add one later', () => {
  const pod = podWithApp();
  new EphemeralContainer(pod, 'debug', { image: 'app:1', volumeMounts: [Volume.emptyDir('dumps').mount('/dumps')] });
  expect(pod.toJson().spec.volumes).toEqual([{ name: 'dumps', emptyDir: {} }]);
});

test('patches work on it, by construct and by name', () => {
  const pod = podWithApp();
  const debug = new EphemeralContainer(pod, 'debug', { image: 'x' });
  debug.addJsonPatch(JsonPatch.replace('/image', 'y'));
  pod.patchContainer('debug', JsonPatch.add('/tty', true));
  expect(debug.toPatch().spec.ephemeralContainers).toEqual([{ name: 'debug', image: 'y', tty: true }]);
  expect(pod.toJson().spec.containers).toEqual([{ name: 'app', image: 'distroless' }]);
});

test.each(['app', 'init', 'side'])('the target may be %s', (targetContainerName) => {
  const pod = podWithApp();
  new lib.InitContainer(pod, 'init', { image: 'app:1' });
  new lib.Sidecar(pod, 'side', { image: 'app:1' });
  expect(new EphemeralContainer(pod, 'debug', { image: 'app:1', targetContainerName }).toPatch().spec.ephemeralContainers[0].targetContainerName).toBe(targetContainerName);
});

test('an unknown target is an error at synth and in toPatch()', () => {
  const pod = podWithApp();
  const debug = new EphemeralContainer(pod, 'debug', { image: 'app:1', targetContainerName: 'web' });
  const error = "shop/pod/debug: the pod has no container named 'web' for targetContainerName; it has 'app'";
  expect(failure(() => debug.toPatch())).toBe(error);
  expect(failure(() => pod.toJson())).toContain(error);
});

test.each([
  ['subPath', { subPath: 'a' }],
  ['subPathExpr', { subPathExpr: '$(A)' }],
])('a mount with %s is refused', (field, options) => {
  expect(failure(() => new EphemeralContainer(podWithApp(), 'debug', { image: 'app:1', volumeMounts: [Volume.emptyDir('v').mount('/v', options)] })))
    .toBe(`shop/pod/debug: volumeMounts[0].${field} is not allowed in an ephemeral container\n    fix: mount the whole volume`);
});

test.each<[string, any, string]>([
  ['undefined in a list', { args: ['a', undefined] }, 'shop/pod/debug: args[1]: undefined cannot be an item of a list\n    fix: leave the item out or give it a value'],
  ['NaN', { securityContext: { runAsUser: NaN } }, 'shop/pod/debug: securityContext.runAsUser: NaN is not a number that a manifest can contain\n    fix: write a finite number'],
  ['an env number', { env: { A: 1 } }, "shop/pod/debug: container 'debug': env.A must be a string, got the number 1\n    fix: write '1'"],
])('%s is an error in toPatch()', (_, props, error) => {
  expect(failure(() => new EphemeralContainer(podWithApp(), 'debug', props).toPatch())).toBe(error);
});

test('a patch of it that does not apply is an error in toPatch()', () => {
  const debug = new EphemeralContainer(podWithApp(), 'debug', { image: 'app:1' });
  debug.addJsonPatch(JsonPatch.remove('/none/here'));
  expect(failure(() => debug.toPatch())).toMatch(/^shop\/pod\/debug: .*patch.*does not apply: /);
});
