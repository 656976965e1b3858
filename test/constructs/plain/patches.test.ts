import { ApiObject, IResolver, JsonPatch, Lazy, ResolutionContext } from 'cdk8s';
import * as lib from '../../../src';
import { Container, Deployment, InitContainer, Pod, Service, Sidecar } from '../../../src';
import { failure, IntOrString, only, shop, synth } from '../helpers';

function web() {
  const chart = shop();
  const deployment = new Deployment(chart, 'web', {
    metadata: { name: 'web' },
    template: { containers: [{ name: 'literal', image: 'l' }], initContainers: [{ name: 'init-literal', image: 'l' }] },
  });
  const app = new Container(deployment, 'app', { image: 'a', env: { A: 'a' } });
  const side = new Sidecar(deployment, 'side', { image: 's' });
  const spec = () => only(chart, 'Deployment').spec;
  return { chart, deployment, app, side, spec };
}

describe('patches of an object', () => {
  test('see the whole manifest and apply in order', () => {
    const { deployment, spec } = web();
    deployment.addJsonPatch(JsonPatch.test('/spec/template/spec/containers/1/env/0/value', 'a'), JsonPatch.add('/spec/paused', false));
    deployment.addJsonPatch(JsonPatch.replace('/spec/paused', true), JsonPatch.remove('/spec/template/spec/initContainers'));
    expect(spec().paused).toBe(true);
    expect(spec().template.spec).not.toHaveProperty('initContainers');
  });

  test.each<[string, string, unknown]>([
    ['an unknown field', '/spec/brandNew', { deep: [1, 'two', false] }],
    ['a top-level field', '/extra', 'x'],
    ['an empty list', '/spec/template/spec/volumes', []],
    ['an empty map', '/spec/strategy', {}],
    ['null', '/spec/strategy', null],
    ['null deep inside', '/spec/strategy', { rollingUpdate: null, type: 'Recreate' }],
    ['false', '/spec/paused', false],
    ['zero', '/spec/replicas', 0],
    ['an empty string', '/spec/note', ''],
    ['an annotation', '/metadata/annotations', { a: 'b' }],
    ['an empty map in the metadata', '/metadata/annotations', {}],
    ['status', '/status', { replicas: 1 }],
  ])('nothing that a patch adds is dropped: %s', (_, path, value) => {
    const { deployment } = web();
    deployment.addJsonPatch(JsonPatch.add(path, value));
    // What the review says of such a manifest is another matter.
    const found = path.slice(1).split('/').reduce((o, k) => o[k], deployment.toJson());
    expect(found).toStrictEqual(value);
  });

  test('copy and move', () => {
    const { deployment, spec } = web();
    const list = '/spec/template/spec/containers';
    deployment.addJsonPatch(JsonPatch.copy(`${list}/0/image`, `${list}/1/image`), JsonPatch.move(`${list}/1/env`, `${list}/0/env`));
    expect(spec().template.spec.containers).toEqual([{ name: 'literal', image: 'l', env: [{ name: 'A', value: 'a' }] }, { name: 'app', image: 'l' }]);
  });

  test('what they write is reviewed like the rest', () => {
    const { chart, deployment } = web();
    deployment.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers', []));
    expect(failure(() => synth(chart))).toContain('[shop/web] spec.template.spec.containers: at least one container is required');
  });

  test('a Service takes them too', () => {
    const chart = shop();
    new Service(chart, 'svc', { ports: [{ name: 'a', port: 80 }] }).addJsonPatch(JsonPatch.add('/spec/ports/-', { name: 'b', port: 443 }));
    expect(only(chart, 'Service').spec.ports).toEqual([{ name: 'a', port: 80 }, { name: 'b', port: 443 }]);
  });

  test('apiVersion, kind and metadata stay in front', () => {
    const { deployment } = web();
    deployment.addJsonPatch(JsonPatch.add('/aaa', 1));
    expect(Object.keys(deployment.toJson()).slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata']);
  });
});

describe('patches of a container', () => {
  test.each([
    ['literal', ['containers', 0]], ['init-literal', ['initContainers', 0]], ['app', ['containers', 1]], ['side', ['initContainers', 1]],
  ] as [string, [string, number]][])('by name: %s', (name, [list, index]) => {
    const { deployment } = web();
    deployment.patchContainer(name, JsonPatch.replace('/image', 'new'), JsonPatch.add('/brandNew', { x: [] }));
    const all = deployment.toJson().spec.template.spec;
    expect(all[list][index]).toMatchObject({ name, image: 'new', brandNew: { x: [] } });
    expect([...all.containers, ...all.initContainers].filter((c: any) => c.image === 'new')).toHaveLength(1);
  });

  test('by construct, then by name', () => {
    const { deployment, app, side, spec } = web();
    deployment.patchContainer('app', JsonPatch.replace('/image', 'last'));
    app.addJsonPatch(JsonPatch.replace('/image', 'first'), JsonPatch.add('/env/0', { name: 'FIRST', value: '' }));
    side.addJsonPatch(JsonPatch.remove('/restartPolicy'));
    expect(spec().template.spec.containers[1]).toEqual({ name: 'app', image: 'last', env: [{ name: 'FIRST', value: '' }, { name: 'A', value: 'a' }] });
    expect(spec().template.spec.initContainers[1]).toEqual({ name: 'side', image: 's' });
  });

  test('null that one adds is not dropped', () => {
    const { app, spec } = web();
    app.addJsonPatch(JsonPatch.add('/lifecycle', null));
    expect(spec().template.spec.containers[1]).toStrictEqual({ name: 'app', image: 'a', env: [{ name: 'A', value: 'a' }], lifecycle: null });
  });

  test('the props of the container stay as they were', () => {
    const props: lib.ContainerProps = { image: 'a', args: ['x'] };
    const chart = shop();
    new Container(new Pod(chart, 'pod'), 'app', props).addJsonPatch(JsonPatch.replace('/args/0', 'y'));
    expect(only(chart, 'Pod').spec.containers[0].args).toEqual(['y']);
    expect(only(chart, 'Pod').spec.containers[0].args).toEqual(['y']);
    expect(props.args).toEqual(['x']);
  });

  test('Lazy values, union classes and wrong values are seen as without a patch', () => {
    const chart = shop();
    const pod = new Pod(chart, 'pod');
    new Container(pod, 'app', {
      image: Lazy.any({ produce: () => 'late' }), livenessProbe: { tcpSocket: { port: IntOrString.fromNumber(80) as any } },
    }).addJsonPatch(JsonPatch.test('/image', 'late'), JsonPatch.add('/tty', true));
    expect(only(chart, 'Pod').spec.containers[0]).toEqual({ name: 'app', image: 'late', tty: true, livenessProbe: { tcpSocket: { port: 80 } } });
    new Container(pod, 'bad', { image: 'app:1', args: [undefined as any], stdin: (() => true) as any, securityContext: { runAsUser: NaN } })
      .addJsonPatch(JsonPatch.add('/tty', true));
    const message = failure(() => synth(chart));
    for (const part of ['shop/pod/bad: args[0]', 'shop/pod/bad: stdin', 'shop/pod/bad: securityContext.runAsUser']) {
      expect(message).toContain(part);
    }
  });

  test('what they write is reviewed like the rest', () => {
    const { chart, app } = web();
    app.addJsonPatch(JsonPatch.replace('/name', 'side'));
    expect(failure(() => synth(chart))).toContain("spec.template.spec.containers[1].name: duplicate name 'side': spec.template.spec.initContainers[1] has it too");
  });
});

describe('errors', () => {
  test('an unknown container', () => {
    const { chart, deployment } = web();
    deployment.patchContainer('nobody', JsonPatch.remove('/image'));
    expect(failure(() => synth(chart)))
      .toContain("[shop/web] patchContainer('nobody'): the pod has no container with this name; it has 'literal', 'app', 'init-literal', 'side'");
  });

  test.each<[string, (w: ReturnType<typeof web>) => void, RegExp]>([
    ['of an object', (w) => w.deployment.addJsonPatch(JsonPatch.remove('/spec/none/here')), /\[shop\/web\] the JSON patch remove '\/spec\/none\/here' does not apply: \/spec has no 'none'; it has selector, template\n/],
    ['of an object, a test', (w) => w.deployment.addJsonPatch(JsonPatch.test('/spec/paused', true)), /\[shop\/web\] the JSON patch test '\/spec\/paused' does not apply: \/spec has no 'paused'; /],
    ['of an object, a path into nothing', (w) => w.deployment.addJsonPatch(JsonPatch.add('/spec/none/here', 1)), /\[shop\/web\] the JSON patch add '\/spec\/none\/here' does not apply: \/spec has no 'none'; /],
    ['of an object, a container too far', (w) => w.deployment.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/3/image', 'a')),
      /the JSON patch replace '\/spec\/template\/spec\/containers\/3\/image' does not apply: \/spec\/template\/spec\/containers has 2 items, counted from 0\n/],
    ['of a container', (w) => w.app.addJsonPatch(JsonPatch.replace('/none/here', 1)), /\[shop\/web\] container 'app': the JSON patch replace '\/none\/here' does not apply: \/ has no 'none'; it has .*image.*\n/],
    ['by name', (w) => w.deployment.patchContainer('literal', JsonPatch.test('/image', 'x')), /\[shop\/web\] container 'literal': the JSON patch test '\/image' does not apply: the value is ".*", not "x"\n/],
  ])('a patch that does not apply: %s', (_, patch, error) => {
    const w = web();
    patch(w);
    expect(failure(() => synth(w.chart))).toMatch(error);
  });

  const values: [string, unknown][] = [
    ['NaN', NaN], ['a function', () => 1], ['undefined', undefined], ['a BigInt', 10n], ['a Date', new Date(0)], ['a list with undefined', [undefined]],
    ['a Map deep inside', { a: [new Map()] }],
  ];
  test.each(values)('a value that is no data is never silently null: %s on an object', (_, value) => {
    const { chart, deployment } = web();
    deployment.addJsonPatch(JsonPatch.add('/spec/x', value));
    expect(failure(() => synth(chart))).toMatch(/\[shop\/web\] .*spec.x.*: /);
  });
  test.each(values)('a value that is no data is never silently null: %s on a container', (_, value) => {
    const { chart, app } = web();
    app.addJsonPatch(JsonPatch.add('/x', value));
    expect(failure(() => synth(chart))).toMatch(/\[shop\/web\] container 'app': x[^:\n]*: /);
  });
});

describe('the rest of cdk8s', () => {
  test('metadata calls', () => {
    const { chart, deployment } = web();
    deployment.metadata.addLabel('l', '1');
    deployment.metadata.addAnnotation('a', '2');
    deployment.metadata.addFinalizers('f/x');
    deployment.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'X', name: 'n', uid: 'u' });
    deployment.metadata.add('managedFields', [{ manager: 'm' }]);
    expect(only(chart, 'Deployment').metadata).toEqual({
      name: 'web',
      labels: { l: '1' },
      annotations: { a: '2' },
      finalizers: ['f/x'],
      ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'n', uid: 'u' }],
      managedFields: [{ manager: 'm' }],
    });
  });

  test('addDependency', () => {
    const { chart, deployment } = web();
    const late = new ApiObject(chart, 'late', { apiVersion: 'v1', kind: 'ConfigMap' });
    deployment.addDependency(late);
    expect(synth(chart).map((o) => o.kind)).toEqual(['ConfigMap', 'Deployment']);
  });

  test('Lazy at every level', () => {
    const chart = shop();
    const lazy = (value: any) => Lazy.any({ produce: () => value });
    const pod = new Pod(chart, 'pod', {
      metadata: { annotations: { a: lazy('b') }, labels: { x: lazy('y') } },
      hostNetwork: lazy(true),
      nodeSelector: { a: lazy('b') },
      volumes: lazy([{ name: 'v', emptyDir: lazy({}) }]),
      containers: lazy([{ name: 'first', image: 'x' }]),
      tolerations: [lazy({ operator: 'Exists' })],
      imagePullSecrets: lazy([{ name: 's' }]),
    });
    new Container(pod, 'app', { image: lazy(lazy('nested')), args: [lazy('a')], ports: lazy([{ containerPort: lazy(1) }]), stdin: lazy(undefined) });
    new InitContainer(pod, 'init', { image: 'app:1', volumeMounts: lazy([{ name: 'v', mountPath: '/v' }]) });
    const { metadata, spec } = only(chart, 'Pod');
    expect(metadata).toMatchObject({ annotations: { a: 'b' }, labels: { x: 'y' } });
    expect(spec).toEqual({
      hostNetwork: true,
      nodeSelector: { a: 'b' },
      volumes: [{ name: 'v', emptyDir: {} }],
      tolerations: [{ operator: 'Exists' }],
      imagePullSecrets: [{ name: 's' }],
      containers: [{ name: 'first', image: 'x' }, { name: 'app', image: 'nested', args: ['a'], ports: [{ containerPort: 1 }] }],
      initContainers: [{ name: 'init', image: 'app:1', volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
    });
  });

  test('implicit tokens and custom resolvers, on objects and on plain values', () => {
    class Secretive {}
    class Resolver implements IResolver {
      public resolve(context: ResolutionContext): void {
        if (context.value instanceof Secretive) {
          context.replaceValue({ operator: 'Exists', key: context.key.join('.') });
        }
        if (context.value === 7) {
          context.replaceValue(8);
        }
        if (context.value === 'old') {
          context.replaceValue('new');
        }
      }
    }
    const chart = shop({}, { resolvers: [new Resolver()] });
    new Pod(chart, 'pod', {
      containers: [{ name: 'app', image: 'old' }], activeDeadlineSeconds: 7, tolerations: [new Secretive() as any], hostname: { resolve: () => 'token' } as any,
    });
    expect(only(chart, 'Pod').spec).toEqual({
      containers: [{ name: 'app', image: 'new' }], activeDeadlineSeconds: 8, hostname: 'token', tolerations: [{ operator: 'Exists', key: 'spec.tolerations.0' }],
    });
  });

  test('union classes of an import mean their value', () => {
    const chart = shop();
    new Service(chart, 'svc', { ports: [{ port: 80, targetPort: IntOrString.fromNumber(8080) as any }] });
    expect(only(chart, 'Service').spec.ports).toEqual([{ port: 80, targetPort: 8080 }]);
  });

  test('toJson() throws with the path where cdk8s does not validate first', () => {
    const { deployment, app } = web();
    app.addJsonPatch(JsonPatch.remove('/none/here'));
    expect(failure(() => deployment.toJson())).toMatch(/^shop\/web \(Deployment web\) cannot be written:\n {2}container 'app': the JSON patch .* does not apply: /);
  });
});
