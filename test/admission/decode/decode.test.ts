import { decode } from '../../../src/admission/decode/decode';
import { serverJson } from '../../../src/admission/stages/encode';
import { Minor } from '../../../src/admission/version';
import { container, Manifest, minimalDeployment, minimalPod, Tweak } from '../cases/base';

type Row = readonly [code: string, at: string, hint?: string];

const rowsOf = (manifest: unknown, minor: Minor = 36): Row[] =>
  decode(manifest, minor).findings.map(({ code, at, hint }) => (hint === undefined ? [code, at] : [code, at, hint]));
const main = (fields: { readonly [field: string]: unknown }): Tweak => ({ containers: [container(fields)] });
const meta = (fields: { readonly [field: string]: unknown }): Tweak => (pod) => Object.assign(pod.metadata, fields);
const top = (fields: { readonly [field: string]: unknown }): Tweak => (pod) => Object.assign(pod, fields);
const inMain = (field: string): string => `spec.containers[0].${field}`;

test('all that is wrong is said, with its place, and nothing is decoded', () => {
  const decoding = decode(minimalPod((pod: Manifest) => {
    pod.metadata.label = {};
    pod.spec.containers.push({ name: 5, imag: 'a', ports: [{ containerPort: '80' }, { containerPort: 1.5 }], args: 'x' });
  }), 36);
  expect(decoding.object).toBeUndefined();
  expect(decoding.findings).toEqual([
    ['decode/unknown-field', 'metadata.label'],
    ['decode/wrong-type', 'spec.containers[1].name'],
    ['decode/unknown-field', 'spec.containers[1].imag'],
    ['decode/wrong-type', 'spec.containers[1].ports[0].containerPort'],
    ['decode/no-integer', 'spec.containers[1].ports[1].containerPort'],
    ['decode/wrong-type', 'spec.containers[1].args'],
  ].map(([code, at]) => expect.objectContaining({ severity: 'error', type: 'BadRequest', code, field: at, at })));
});

describe('what may be meant', () => {
  test.each<[string, Tweak, Row[]]>([
    ['other letters', main({ readonly: true, ImagePullPolicy: 'Always' }), [
      ['decode/unknown-field', inMain('readonly')],
      ['decode/unknown-field', inMain('ImagePullPolicy'), 'did you mean \'imagePullPolicy\'?'],
    ]],
    ['a letter too few', { containrs: [] }, [['decode/unknown-field', 'spec.containrs', 'did you mean \'containers\'?']]],
    ['two letters swapped', main({ iamge: 'a' }), [['decode/unknown-field', inMain('iamge'), 'did you mean \'image\'?']]],
    ['two mistakes in a long name', main({ livenesProb: {} }), [['decode/unknown-field', inMain('livenesProb'), 'did you mean \'livenessProbe\'?']]],
    ['nothing', main({ foo: 1 }), [['decode/unknown-field', inMain('foo')]]],
    ['nothing for a long name', { ['x'.repeat(100)]: 1 }, [['decode/unknown-field', `spec.${'x'.repeat(100)}`]]],
    ['a field of the containers', { image: 'a' }, [
      ['decode/unknown-field', 'spec.image', 'did you mean spec.containers[0].image?'],
    ]],
    ['a field of the pod', main({ nodeSelector: {} }), [
      ['decode/unknown-field', inMain('nodeSelector'), 'did you mean spec.nodeSelector?'],
    ]],
    ['a field of the metadata', top({ labels: {} }), [['decode/unknown-field', 'labels', 'did you mean metadata.labels?']]],
    ['a label in the spec', { labels: {} }, [['decode/unknown-field', 'spec.labels', 'did you mean metadata.labels?']]],
    ['a field further down', main({ readinessProbe: { path: '/' } }), [
      ['decode/unknown-field', inMain('readinessProbe.path'), 'did you mean spec.containers[0].readinessProbe.httpGet.path?'],
    ]],
    ['a field of a neighbour', { volumes: [{ name: 'v', mountPath: '/' }] }, [
      ['decode/unknown-field', 'spec.volumes[0].mountPath', 'did you mean spec.containers[0].volumeMounts[0].mountPath?'],
    ]],
  ])('%s', (_, tweak, rows) => {
    expect(rowsOf(minimalPod(tweak))).toEqual(rows);
  });

  test('in a Deployment', () => {
    const deployment = minimalDeployment({ replicas: 2 });
    deployment.spec.containers = [];
    deployment.spec.template.metadata.name2 = 'a';
    expect(rowsOf(deployment)).toEqual([
      ['decode/unknown-field', 'spec.template.metadata.name2', 'did you mean \'name\'?'],
      ['decode/unknown-field', 'spec.template.spec.replicas', 'did you mean spec.replicas?'],
      ['decode/unknown-field', 'spec.containers', 'did you mean spec.template.spec.containers?'],
    ]);
  });

  test('only for the first hundred', () => {
    const rows = rowsOf(minimalPod(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`image${i}`, 1]))));
    expect(rows).toHaveLength(200);
    expect(rows.filter(([, , hint]) => hint !== undefined).length).toBeLessThanOrEqual(100);
  });
});

describe('values', () => {
  test.each<[string, Tweak, Row]>([
    ['a number for a string', meta({ labels: { v: 1 } }), ['decode/wrong-type', 'metadata.labels[v]', 'write it in quotes: \'1\'']],
    ['a string for a number', main({ ports: [{ containerPort: ' 80' }] }), ['decode/wrong-type', inMain('ports[0].containerPort'), 'write 80 without quotes']],
    ['a word for a number', main({ ports: [{ containerPort: 'http' }] }), ['decode/wrong-type', inMain('ports[0].containerPort')]],
    ['a word for true', main({ tty: 'Yes' }), ['decode/wrong-type', inMain('tty'), 'write true, without quotes']],
    ['a word for false', main({ tty: 'off' }), ['decode/wrong-type', inMain('tty'), 'write false, without quotes']],
    ['a string for a list', main({ command: 'sh' }), ['decode/wrong-type', inMain('command'), 'write a list: [\'sh\']']],
    ['a number for a list', main({ args: 1 }), ['decode/wrong-type', inMain('args'), 'write a list']],
    ['a list of one for a struct', { securityContext: [{}] }, ['decode/wrong-type', 'spec.securityContext', 'write its only item without the list']],
    ['a map for a list', main({ env: { A: '1' } }),
      ['decode/wrong-type', inMain('env'), 'write a list: put [ ] around the object, or make each entry an item with its name as a field']],
    ['a string for a struct', { affinity: 'x' }, ['decode/wrong-type', 'spec.affinity']],
    ['a fraction', { terminationGracePeriodSeconds: -1.5 }, ['decode/no-integer', 'spec.terminationGracePeriodSeconds', 'use -1 or -2']],
    ['beyond int32', { priority: 2 ** 31 }, ['decode/out-of-range', 'spec.priority']],
    ['beyond int64', { activeDeadlineSeconds: 2 ** 63 }, ['decode/out-of-range', 'spec.activeDeadlineSeconds']],
    ['a date', meta({ creationTimestamp: '2026-01-31' }),
      ['decode/time', 'metadata.creationTimestamp', 'use RFC 3339: \'2026-01-31T12:00:00Z\'']],
  ])('%s', (_, tweak, row) => {
    expect(rowsOf(minimalPod(tweak))).toEqual([row]);
  });

  test.each([
    ['1GB', '1G'], ['1 Gi', '1Gi'], ['512mb', '512M'], ['512MiB', '512Mi'], ['2K', '2k'], ['1,5Gi', '1.5Gi'], ['1gi', '1Gi'], ['100 bytes', '100'],
    ['lots', undefined], ['1x', undefined], ['', undefined], ['9'.repeat(50) + 'x', undefined],
  ])('a quantity %s means %s', (text, meant) => {
    const at = inMain('resources.limits[memory]');
    expect(rowsOf(minimalPod(main({ resources: { limits: { memory: text } } }))))
      .toEqual([meant === undefined ? ['decode/quantity', at] : ['decode/quantity', at, `did you mean '${meant}'?`]]);
  });

  test.each<[string, unknown, string]>([
    ['got NaN', NaN, 'NaN, which JSON cannot express'],
    ['got Infinity', -Infinity, '-Infinity, which JSON cannot express'],
    ['got a BigInt', 5n, 'a BigInt, which JSON cannot express'],
    ['got a symbol', Symbol('x'), 'a symbol, which JSON cannot express'],
    ['got a function', () => 1, 'a function, which JSON cannot express'],
    ['got an instance', new Date(), 'an instance of Date, which JSON cannot express'],
    ['got an instance of no class', Object.create({ a: 1 }), 'an instance of Object, which JSON cannot express'],
    ['an instance of a hostile class', Object.create({
      get constructor(): unknown {
        throw new Error();
      },
    }), 'got an instance of a class, which JSON cannot express'],
    ['a revoked proxy', ((): unknown => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(), 'cannot be read'],
  ])('%s is no JSON', (_, value, message) => {
    for (const [field, at] of [['image', inMain('image')], ['resources', inMain('resources')], ['args', inMain('args')], ['tty', inMain('tty')]]) {
      expect(decode(minimalPod(main({ [field]: value })), 36).findings).toEqual([
        expect.objectContaining({ type: 'BadRequest', code: 'decode/not-json', at, message: expect.stringContaining(message) }),
      ]);
    }
  });

  test('undefined is as good as nothing, but not in a list', () => {
    expect(rowsOf(minimalPod(main({ tty: undefined, foo: undefined, resources: { limits: { cpu: undefined } } })))).toEqual([]);
    expect(rowsOf(minimalPod(main({ args: ['a', undefined, 'b', undefined] })))).toEqual([
      ['decode/not-json', inMain('args[1]')], ['decode/not-json', inMain('args[3]')],
    ]);
  });
});

describe('kinds', () => {
  test.each<[string, unknown, Row[]]>([
    ['nothing', undefined, [['decode/no-object', '']]],
    ['null', null, [['decode/no-object', '']]],
    ['a string', 'kind: Pod', [['decode/no-object', '']]],
    ['a list', [], [['decode/no-object', '']]],
    ['an empty object', {}, [['decode/no-kind', 'kind'], ['decode/no-api-version', 'apiVersion']]],
    ['no apiVersion', { kind: 'Job' }, [['decode/no-api-version', 'apiVersion', 'set apiVersion: batch/v1']]],
    ['no apiVersion, and more', { kind: 'Job', foo: 1 }, [
      ['decode/no-api-version', 'apiVersion', 'set apiVersion: batch/v1'], ['decode/unknown-field', 'foo'],
    ]],
    ['no apiVersion of another kind', { kind: 'Foo' }, [['decode/no-api-version', 'apiVersion']]],
    ['half an apiVersion', { kind: 'Pod', apiVersion: 'v1/' }, [['decode/no-api-version', 'apiVersion', 'set apiVersion: v1']]],
    ['another group', { kind: 'Pod', apiVersion: 'apps/v1' }, [['decode/api-version', 'apiVersion', 'set apiVersion: v1']]],
    ['an old version', { kind: 'CronJob', apiVersion: 'batch/v1beta1' }, [['decode/api-version', 'apiVersion', 'set apiVersion: batch/v1']]],
    ['a misspelt group', { kind: 'Deployment', apiVersion: 'app/v1' }, [['decode/api-version', 'apiVersion', 'set apiVersion: apps/v1']]],
    ['small letters', { kind: 'deployment', apiVersion: 'apps/v1' }, [['decode/unknown-kind', 'kind', 'did you mean \'Deployment\'?']]],
    ['no kind of the group', { kind: 'Foo', apiVersion: 'v1' }, [['decode/unknown-kind', 'kind']]],
    ['kind in capitals', { KIND: 'Pod', apiVersion: 'v1' }, [['decode/unknown-field', 'KIND', 'did you mean \'kind\'?']]],
    ['a kind that throws', {
      get kind(): string {
        throw new Error('no');
      },
      apiVersion: 'v1',
    }, [['decode/not-json', 'kind']]],
    ['a kind of ours in another API', { kind: 'Service', apiVersion: 'serving.knative.dev/v1', foo: 1 }, []],
    ['a request', { kind: 'Binding', apiVersion: 'v1', foo: 1 }, []],
    ['a kind of an add-on', { kind: 'Gateway', apiVersion: 'gateway.networking.k8s.io/v1', foo: 1 }, []],
    ['an old version of a built-in group', { kind: 'PodDisruptionBudget', apiVersion: 'policy/v1beta1' }, [['decode/api-version', 'apiVersion', 'set apiVersion: policy/v1']]],
    ['a misspelt built-in kind', { kind: 'Ingres', apiVersion: 'networking.k8s.io/v1' }, [['decode/unknown-kind', 'kind', 'did you mean \'Ingress\'?']]],
    ['a version that is served only on request', { kind: 'DeviceTaintRule', apiVersion: 'resource.k8s.io/v1alpha3' }, [['decode/api-version', 'apiVersion']]],
    ['a list of ours', { kind: 'PodList', apiVersion: 'v1', foo: 1 }, []],
    ['a question', { kind: 'TokenReview', apiVersion: 'authentication.k8s.io/v1' }, []],
  ])('%s', (_, manifest, rows) => {
    expect(rowsOf(manifest)).toEqual(rows);
    expect(decode(manifest, 36).object).toBeUndefined();
  });
});

describe('versions', () => {
  test.each<[string, Minor[]]>([['hostnameOverride', [34, 35, 36]], ['workloadRef', [35]], ['schedulingGroup', [36]]])('%s is of %j', (field, minors) => {
    for (const minor of [33, 34, 35, 36] as const) {
      expect(rowsOf(minimalPod({ [field]: null }), minor)).toEqual(minors.includes(minor) ? [] : [['decode/field-of-another-version', `spec.${field}`]]);
    }
  });

  test('the message says since when, and up to when', () => {
    expect(decode(minimalPod({ hostnameOverride: 'a' }), 33).findings[0].message).toBe('\'hostnameOverride\' is not a field in Kubernetes 1.33: it exists since 1.34');
    expect(decode(minimalPod({ workloadRef: {} }), 36).findings[0].message).toBe('\'workloadRef\' is not a field in Kubernetes 1.36: it exists up to 1.35');
  });
});

describe('the normal form', () => {
  const specOf = (tweak: Tweak): unknown => (decode(minimalPod(tweak), 36).object as Manifest | undefined)?.spec;

  test.each<[string, Tweak, object]>([
    ['null', { affinity: null, nodeName: null, volumes: null, nodeSelector: null }, {}],
    ['zero values', { nodeName: '', hostNetwork: false, volumes: [], nodeSelector: {} }, {}],
    ['zero values of pointers', { priority: 0, runtimeClassName: '', enableServiceLinks: false, securityContext: {}, terminationGracePeriodSeconds: -0 },
      { priority: 0, runtimeClassName: '', enableServiceLinks: false, securityContext: {}, terminationGracePeriodSeconds: 0 }],
    ['structs that hold nothing', main({ resources: { limits: {}, requests: null } }), {}],
    ['null in lists', { tolerations: [null], hostAliases: [{ ip: 'a', hostnames: [null, 'b'] }] },
      { tolerations: [{}], hostAliases: [{ ip: 'a', hostnames: ['', 'b'] }] }],
    ['null in maps', { nodeSelector: { a: null }, overhead: { cpu: null } }, { nodeSelector: { a: '' }, overhead: { cpu: '0' } }],
    ['lists of numbers', { securityContext: { supplementalGroups: [0, null, 5] } }, { securityContext: { supplementalGroups: [0, 0, 5] } }],
    ['quantities as they are written', { overhead: { cpu: 1, memory: ' 1Gi' } }, { overhead: { cpu: 1, memory: ' 1Gi' } }],
    ['lone surrogates', { nodeSelector: { 'a\udfff': 'b\ud800c' } }, { nodeSelector: { 'a\ufffd': 'b\ufffdc' } }],
  ])('%s', (_, tweak, expected) => {
    const spec = specOf(tweak) as Manifest;
    expect(spec).toEqual({ containers: [container()], ...expected });
    expect(JSON.stringify(spec)).not.toContain('null');
  });

  test('int-or-string: 0 is the zero value, the empty string is not', () => {
    const port = (value: unknown): unknown => (decode(minimalPod(main({ livenessProbe: { httpGet: { port: value } } })), 36).object as Manifest)
      .spec.containers[0].livenessProbe.httpGet;
    expect(port(0)).toEqual({});
    expect(port('')).toEqual({ port: '' });
    expect(port('http')).toEqual({ port: 'http' });
  });

  test('times: the zero time is none', () => {
    const decoded = decode(minimalPod(meta({ creationTimestamp: '0001-01-01T02:00:00+02:00', deletionTimestamp: '0001-01-01T00:00:00Z' })), 36);
    expect(decoded.object!.metadata).toEqual({ name: 'pod', deletionTimestamp: '0001-01-01T00:00:00Z' });
  });

  test('is a copy', () => {
    const manifest = minimalPod((pod: Manifest) => {
      pod.metadata.labels = { a: 'b' };
      pod.metadata.managedFields = [{ fieldsV1: { 'f:a': {} } }];
      pod.spec.containers[0].args = ['a'];
    });
    const parts = new Set<unknown>();
    const collect = (value: unknown): void => {
      if (typeof value === 'object' && value !== null) {
        parts.add(value);
        Object.values(value).forEach(collect);
      }
    };
    collect(manifest);
    const own = parts.size;
    collect(decode(manifest, 36).object);
    expect(parts.size).toBe(own * 2);
    expect(decode(manifest, 36).object).toEqual(manifest);
  });

  test('a key such as __proto__ is a key like any other', () => {
    const decoded = decode(minimalPod(meta({ labels: JSON.parse('{"__proto__":"a","constructor":"b"}') })), 36).object as Manifest;
    expect(Object.entries(decoded.metadata.labels)).toEqual([['__proto__', 'a'], ['constructor', 'b']]);
    expect(Object.getPrototypeOf(decoded.metadata.labels)).toBe(Object.prototype);
  });
});

describe('as the server writes it', () => {
  const written = (tweak: Tweak, minor: Minor = 36): Manifest => {
    const { object, emptied } = decode(minimalPod(tweak), minor);
    return serverJson(object!, 'Pod', minor, emptied) as Manifest;
  };

  test('fields that are always there', () => {
    expect(written({})).toEqual({
      apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod' }, spec: { containers: [{ name: 'main', image: 'image:1', resources: {} }] }, status: {},
    });
    expect(written({}, 33).metadata).toEqual({ name: 'pod', creationTimestamp: null });
  });

  test.each<[string, Tweak, string, unknown]>([
    ['quantities', { overhead: { cpu: 0.5, memory: ' 1024Mi', x: '1e3' } }, 'overhead', { cpu: '500m', memory: '1Gi', x: '1e3' }],
    ['a divisor', main({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }] }), 'containers',
      [{ name: 'main', image: 'image:1', resources: {}, env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } } }] }]],
    ['a port', main({ livenessProbe: { httpGet: {} } }), 'containers',
      [{ name: 'main', image: 'image:1', resources: {}, livenessProbe: { httpGet: { port: 0 } } }]],
    ['an empty list', { volumes: [{ name: 'v', projected: { sources: [] } }] }, 'volumes', [{ name: 'v', projected: { sources: [] } }]],
    ['no list', { volumes: [{ name: 'v', projected: {} }] }, 'volumes', [{ name: 'v', projected: { sources: null } }]],
    ['no containers', { containers: [] }, 'containers', []],
  ])('%s', (_, tweak, field, expected) => {
    expect(written(tweak).spec[field]).toEqual(expected);
  });

  test('times', () => {
    const { metadata, status } = written((pod: Manifest) => {
      pod.metadata.creationTimestamp = '2026-01-31T12:00:00.9+02:00';
      pod.metadata.deletionTimestamp = '0001-01-01T00:00:00Z';
      pod.status = { conditions: [{ type: 'Ready' }] };
    });
    expect(metadata).toEqual({ name: 'pod', creationTimestamp: '2026-01-31T10:00:00Z', deletionTimestamp: null });
    expect(status.conditions).toEqual([{ type: 'Ready', status: '', lastProbeTime: null, lastTransitionTime: null }]);
  });
});
