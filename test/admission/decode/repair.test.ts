// After an error of decoding, the rules speak of all that is not a consequence of it.
import { review, ReviewOptions } from '../../../src/admission';
import { container, minimalDeployment, minimalPod } from '../cases/base';

const main = (fields: { readonly [field: string]: unknown }): unknown => minimalPod({ containers: [container(fields)] });
const rows = (manifest: unknown, options?: ReviewOptions): string[] => review(manifest, options).findings.map(({ code, at }) => `${code} ${at}`);
const at = (field: string): string => `spec.containers[0].${field}`;

test.each<[string, unknown, string[]]>([
  ['a misspelt field, and a port', main({ workingdir: '/', ports: [{ containerPort: 70000 }] }),
    [`decode/unknown-field ${at('workingdir')}`, `ports/container-port ${at('ports[0].containerPort')}`]],
  ['an unknown field, and a port', main({ foo: 1, ports: [{ containerPort: 70000 }] }),
    [`decode/unknown-field ${at('foo')}`, `ports/container-port ${at('ports[0].containerPort')}`]],
  ['a field of another minor, and a policy', { ...minimalPod({ workloadRef: {}, restartPolicy: 'Sometimes' }) },
    ['decode/field-of-another-version spec.workloadRef', 'pod-spec/restart-policy spec.restartPolicy']],
  ['a wrong type, and a port', main({ tty: 'maybe', ports: [{ containerPort: 70000 }] }),
    [`decode/wrong-type ${at('tty')}`, `ports/container-port ${at('ports[0].containerPort')}`]],
])('%s', (_, manifest, expected) => {
  expect(rows(manifest)).toEqual(expected);
});

describe('consequences stay quiet', () => {
  test.each<[string, unknown, string[]]>([
    ['a misspelt required field', minimalPod({ containers: [{ name: 'a', imag: 'a' }] }), [`decode/unknown-field ${at('imag')}`]],
    ['a required field of the wrong type', main({ image: {} }), [`decode/wrong-type ${at('image')}`]],
    ['a number for a name', minimalPod({ containers: [{ name: 5, image: 'a' }] }), [`decode/wrong-type ${at('name')}`]],
    ['a handler of an unknown kind', main({ livenessProbe: { http: {} } }), [`decode/unknown-field ${at('livenessProbe.http')}`]],
    ['a volume of an unknown kind that is mounted', minimalPod({
      containers: [container({ volumeMounts: [{ name: 'v', mountPath: '/v' }] })], volumes: [{ name: 'v', tmpfs: {} }],
    }), ['decode/unknown-field spec.volumes[0].tmpfs']],
    ['a misspelt volume that is mounted', minimalPod({
      containers: [container({ volumeMounts: [{ name: 'v', mountPath: '/v' }] })], volumes: [{ name: 'v', emptydir: {} }],
    }), ['decode/unknown-field spec.volumes[0].emptydir']],
    ['containers that are a map', minimalPod({ containers: { app: { image: 'a' } } }), ['decode/wrong-type spec.containers']],
    ['an item that is no container', minimalPod({ containers: ['app'] }), ['decode/wrong-type spec.containers[0]']],
    ['a label that is a number', minimalDeployment((object) => {
      object.spec.template.metadata.labels.app = 1;
      object.spec.selector.matchLabels.app = '1';
    }), ['decode/wrong-type spec.template.metadata.labels[app]']],
    ['labels beside the metadata of the template', minimalDeployment((object) => {
      object.spec.template.labels = object.spec.template.metadata.labels;
      object.spec.template.metadata = {};
    }), ['decode/unknown-field spec.template.labels']],
    ['a grace period in other letters, which a hook needs', minimalPod({
      terminationGracePeriodSecond: 60, containers: [container({ lifecycle: { preStop: { sleep: { seconds: 45 } } } })],
    }), ['decode/unknown-field spec.terminationGracePeriodSecond']],
  ])('%s', (_, manifest, expected) => {
    expect(rows(manifest)).toEqual(expected);
  });
});

test('Pod Security speaks too', () => {
  expect(rows(minimalPod({ foo: 1, hostNetwork: true }), { podSecurity: 'baseline' })).toEqual([
    'decode/unknown-field spec.foo', 'pod-security/hostNamespaces spec.hostNetwork',
  ]);
});

test('the object is refused, nothing is defaulted and nothing is changed', () => {
  const manifest = minimalPod({ foo: 1, hostNetwork: true });
  const before = JSON.stringify(manifest);
  const { allowed, defaulted, qosClass } = review(manifest);
  expect({ allowed, defaulted, qosClass }).toEqual({ allowed: false });
  expect(JSON.stringify(manifest)).toBe(before);
});

test('values that throw or contain themselves end it', () => {
  const self: { [key: string]: unknown } = { foo: 1 };
  self.self = self;
  const trap = minimalPod({ foo: 1 });
  Object.defineProperty(trap.spec, 'securityContext', {
    enumerable: true,
    get: () => {
      throw new Error('trap');
    },
  });
  expect(review(minimalPod({ foo: self })).allowed).toBe(false);
  expect(review(trap).allowed).toBe(false);
});
