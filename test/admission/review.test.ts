import { container, Manifest, minimalDeployment, minimalPod } from './cases/base';
import * as admission from '../../src/admission';
import { review, ReviewOptions } from '../../src/admission';
import { MINORS } from '../../src/admission/version';

const VERSIONS = admission.KUBERNETES_VERSIONS.join(', ');
const OPTIONS = 'kubernetesVersion, podSecurity, advice, cluster';

const badPod = (): Manifest => minimalPod({ containers: [container({ name: 'Bad' }), container({ image: '' })] });

test('the module has the review, its versions, and what other rooms need of it', () => {
  expect(Object.keys(admission).sort()).toEqual(['KUBERNETES_VERSIONS', 'repairManifest', 'review', 'reviewReplacement', 'reviewUpdate', 'storedForm']);
  expect(admission.KUBERNETES_VERSIONS).toEqual(MINORS.map((minor) => `1.${minor}`));
});

test('a good object', () => {
  const { allowed, reviewed, findings, defaulted, qosClass, podSecurity } = review(minimalPod());
  expect({ allowed, reviewed, findings, qosClass }).toEqual({ allowed: true, reviewed: true, findings: [], qosClass: 'BestEffort' });
  expect(podSecurity).toMatchObject({ baseline: true, restricted: false });
  expect((defaulted as Manifest).spec).toMatchObject({ restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30 });
});

test('all findings of a bad object', () => {
  const { allowed, reviewed, findings } = review(badPod());
  expect({ allowed, reviewed }).toEqual({ allowed: false, reviewed: true });
  expect(findings.map(({ severity, type, field }) => [severity, type, field])).toEqual([
    ['error', 'FieldValueInvalid', 'spec.containers[0].name'],
    ['error', 'FieldValueRequired', 'spec.containers[1].image'],
  ]);
});

test('decoding errors end the server\'s review, and not what is said of the rest', () => {
  const bad = badPod();
  bad.spec.foo = 1;
  const { allowed, reviewed, findings, defaulted, qosClass, podSecurity } = review(bad);
  expect({ allowed, reviewed, defaulted, qosClass }).toEqual({ allowed: false, reviewed: true });
  expect(findings.map(({ code }) => code)).toEqual(['decode/unknown-field', 'container/name', 'image/missing']);
  expect(podSecurity).toMatchObject({ baseline: true, restricted: true });
});

test.each([
  ['Certificate', { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', spec: 5 }],
  ['a kind of somebody else', { apiVersion: 'example.com/v1', kind: 'Deployment', spec: 'x' }],
])('%s is not reviewed', (_, manifest) => {
  expect(review(manifest)).toMatchObject({ allowed: true, reviewed: false, findings: [] });
});

describe('plugins', () => {
  test('a refusal of a plugin before validation is all that is said', () => {
    const bad = badPod();
    bad.spec.priority = 5;
    expect(review(bad).findings).toEqual([
      expect.objectContaining({ severity: 'error', type: 'Forbidden', field: '', at: 'spec.priority', code: 'priority/not-of-the-class' }),
    ]);
  });

  test('the plugin after validation is heard only when that finds nothing', () => {
    const overhead = { cpu: '1' };
    expect(review(minimalPod({ overhead })).findings.map(({ type, at }) => [type, at])).toEqual([['Forbidden', 'spec.overhead']]);
    expect(review({ ...badPod(), spec: { ...badPod().spec, overhead } }).findings.map(({ type }) => type)).not.toContain('Forbidden');
  });

  test('what they fill in is not part of the defaulted object', () => {
    const { defaulted } = review(minimalPod({ containers: [container({ volumeDevices: [{ name: 'v', devicePath: '/a' }] })] }));
    const { spec } = defaulted as Manifest;
    expect(spec).not.toHaveProperty('priority');
    expect(spec).not.toHaveProperty('serviceAccountName');
    expect(spec.containers[0]).not.toHaveProperty('volumeMounts');
  });

  test('they look at pods only', () => {
    expect(review(minimalDeployment({ priority: 5 })).allowed).toBe(true);
  });
});

describe('versions', () => {
  test.each([
    ['1.33', ['decode/field-of-another-version']], ['1.34', ['dropped/hostname-override']], ['1.36', []], [undefined, []],
  ] as const)('hostnameOverride in %s: %j', (kubernetesVersion, codes) => {
    const { findings } = review(minimalPod({ hostnameOverride: 'a' }), { kubernetesVersion });
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test.each<[string, unknown, string]>([
    ['a version that is not supported', { kubernetesVersion: '1.20' }, `unsupported kubernetesVersion '1.20': must be one of ${VERSIONS}`],
    ['a number', { kubernetesVersion: 1.36 }, `unsupported kubernetesVersion (of type number): must be one of ${VERSIONS}`],
    ['a name of an object', { kubernetesVersion: 'constructor' }, `unsupported kubernetesVersion 'constructor': must be one of ${VERSIONS}`],
    ['another level', { podSecurity: 'strict' }, 'unsupported podSecurity \'strict\': must be one of privileged, baseline, restricted'],
    ['advice that is no flag', { advice: 'yes' }, 'unsupported advice \'yes\': must be true or false'],
    ['a misspelled option', { podSecurty: 'restricted' }, `'podSecurty' is not an option: must be one of ${OPTIONS}`],
    ['an option of others', { warningsAsErrors: true }, `'warningsAsErrors' is not an option: must be one of ${OPTIONS}`],
    ['a getter that throws', {
      get podSecurity(): string {
        throw new Error();
      },
    }, 'unsupported podSecurity (of type symbol): must be one of privileged, baseline, restricted'],
  ])('%s is a finding', (_, options, message) => {
    const answer = review(minimalPod(), options as ReviewOptions);
    expect(answer).toMatchObject({ allowed: false, reviewed: true });
    expect(answer.findings).toEqual([expect.objectContaining({ severity: 'error', type: 'BadRequest', field: '', message })]);
  });

  test.each<[object, string | undefined]>([
    [{ podSecurty: 'restricted' }, 'did you mean \'podSecurity\'?'],
    [{ warningsAsErrors: true }, 'remove it'],
    [{ podSecurity: 'restrictd' }, 'did you mean \'restricted\'?'],
    [{ podSecurity: 'strict' }, undefined],
    [{ kubernetesVersion: '1.344' }, 'did you mean \'1.34\'?'],
  ])('the hint for %j', (options, hint) => {
    expect(review(minimalPod(), options as ReviewOptions).findings.map((finding) => finding.hint)).toEqual([hint]);
  });

  test('many unknown options, and long ones, do not make a long answer', () => {
    const { findings } = review(minimalPod(), Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${'x'.repeat(10_000)}${i}`, true])) as ReviewOptions);
    expect(findings).toHaveLength(10);
    expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThan(1000);
  });

  test.each([[undefined], [null], [{}], [5], ['1.33'], [{ kubernetesVersion: undefined, podSecurity: null }]])('options %j are the usual ones', (options) => {
    expect(review(minimalPod({ hostnameOverride: 'a' }), options as ReviewOptions).allowed).toBe(true);
  });
});

describe('Pod Security Standards', () => {
  const privileged = { containers: [container({ securityContext: { privileged: true } })] };
  const codesOf = (manifest: object, podSecurity: ReviewOptions['podSecurity']): string[] => review(manifest, { podSecurity }).findings.map(({ code }) => code);

  test.each(['privileged', 'baseline', 'restricted'] as const)('the result tells of both levels, whatever is asked: %s', (podSecurity) => {
    expect(review(minimalPod(privileged), { podSecurity }).podSecurity).toMatchObject({ baseline: false, restricted: false, baselineReasons: ['privileged'] });
  });

  test('violations of the level that is asked for are errors', () => {
    expect(codesOf(minimalPod(privileged), 'privileged')).toEqual([]);
    expect(codesOf(minimalPod(privileged), 'baseline')).toEqual(['pod-security/privileged']);
    expect(codesOf(minimalPod(privileged), 'restricted')).toEqual(expect.arrayContaining(['pod-security/privileged', 'pod-security/runAsNonRoot']));
    expect(codesOf(minimalPod(), 'baseline')).toEqual([]);
  });

  test('of templates too, with their places', () => {
    expect(review(minimalDeployment(privileged), { podSecurity: 'baseline' })).toMatchObject({
      allowed: false,
      findings: [{ severity: 'error', type: 'Forbidden', field: '', at: 'spec.template.spec.containers[0].securityContext.privileged' }],
    });
  });

  test('of a controller without a template nothing is said', () => {
    const controller = { apiVersion: 'v1', kind: 'ReplicationController', metadata: { name: 'a' }, spec: { selector: { a: 'b' } } };
    expect(review(controller, { podSecurity: 'restricted' }).podSecurity).toMatchObject({ baseline: true, restricted: true });
  });
});

describe('lists', () => {
  const list = (...items: unknown[]): object => ({ apiVersion: 'v1', kind: 'List', items });

  test('each item is reviewed, with its place in the list', () => {
    const answer = review(list(minimalPod(), badPod(), { apiVersion: 'cert-manager.io/v1', kind: 'Certificate' }, { foo: 1 }, list(badPod())));
    expect(answer.allowed).toBe(false);
    expect(answer.findings.map(({ field, at }) => [field, at])).toEqual([
      ['spec.containers[0].name', 'items[1].spec.containers[0].name'],
      ['spec.containers[1].image', 'items[1].spec.containers[1].image'],
      ['kind', 'items[3].kind'],
      ['apiVersion', 'items[3].apiVersion'],
      ['spec.containers[0].name', 'items[4].items[0].spec.containers[0].name'],
      ['spec.containers[1].image', 'items[4].items[0].spec.containers[1].image'],
    ]);
    const answers = answer.items!.map(({ allowed, reviewed }) => [allowed, reviewed]);
    expect(answers).toEqual([[true, true], [false, true], [true, false], [false, true], [false, true]]);
    expect(answer.items![0].qosClass).toBe('BestEffort');
    expect(answer.podSecurity).toMatchObject({ baseline: true, restricted: false });
  });

  test.each<[string, object, string[]]>([
    ['no items', { apiVersion: 'v1', kind: 'List' }, []],
    ['items null', { apiVersion: 'v1', kind: 'List', items: null }, []],
    ['items that are no list', { apiVersion: 'v1', kind: 'List', items: {} }, ['items']],
    ['an item that is no object', list('x'), ['items[0]']],
  ])('%s', (_, manifest, places) => {
    const answer = review(manifest);
    expect(answer.findings.map(({ at }) => at)).toEqual(places);
    expect(answer.allowed).toBe(places.length === 0);
  });

  test('a list in itself', () => {
    const items: unknown[] = [minimalPod()];
    const self = { apiVersion: 'v1', kind: 'List', items };
    items.push(self, self);
    expect(review(self).findings.map(({ code, at }) => [code, at])).toEqual([['decode/cycle', 'items[1].items'], ['decode/cycle', 'items[2].items']]);
  });
});

test('the answer is plain data', () => {
  const text = JSON.parse(JSON.stringify(review(minimalPod())));
  expect(Object.keys(text).sort()).toEqual(['allowed', 'coverage', 'defaulted', 'findings', 'podSecurity', 'qosClass', 'reviewed']);
});

test('what is asked for later is what was reviewed', () => {
  const answer = review(minimalPod());
  expect(answer.defaulted).toBe(answer.defaulted);
  expect(answer.podSecurity).toBe(answer.podSecurity);
  const manifest = minimalPod({ nodeSelector: { a: 'b' } });
  const later = review(manifest);
  manifest.spec.nodeSelector.a = 'c';
  manifest.spec.containers = [];
  expect((later.defaulted as Manifest).spec).toMatchObject({ nodeSelector: { a: 'b' }, containers: [{ name: 'main' }] });
});
