import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { AdmissionOptions } from '../../src';
import { review } from '../../src/admission';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, KubernetesVersion, minorOf, MINORS, versionOf } from '../../src/admission/version';
import { RELEASES } from '../../tools/releases';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const RANGE = `${KUBERNETES_VERSIONS[0]} to ${DEFAULT_KUBERNETES_VERSION}`;
const RELEASE = RELEASES[DEFAULT_KUBERNETES_VERSION];

/* jsii needs the union written out. These lines do not compile when it differs from the list of versions. */
type Props = Required<AdmissionOptions>['kubernetesVersion'];
const inProps: Record<Props, true> = {} as Record<KubernetesVersion, true>;
const inList: Record<KubernetesVersion, true> = {} as Record<Props, true>;

test('versions ascend without a gap, and the newest is the default', () => {
  expect([inProps, inList]).toEqual([{}, {}]);
  expect(MINORS).toEqual(MINORS.map((_, i) => MINORS[0] + i));
  expect(KUBERNETES_VERSIONS.map(minorOf)).toEqual(MINORS);
  expect(minorOf(DEFAULT_KUBERNETES_VERSION)).toBe(Math.max(...MINORS));
});

test.each([
  ['1.34', '1.34'], ['v1.34', '1.34'], ['1.34.2', '1.34'], ['v1.34.2', '1.34'], ['v1.34.2-eks-ae9a62a', '1.34'], ['1.34.10+k3s1', '1.34'],
  ['1.3', undefined], ['1.340', undefined], ['1.34.', undefined], ['1.34.x', undefined], ['vv1.34', undefined], ['1.32.1', undefined], ['', undefined],
  ['1.34 ', undefined], ['2.34', undefined], [`1.34.1+${'a'.repeat(1_000_000)}`, undefined],
])('the version %.40j is the minor %s', (text, version) => {
  expect(versionOf(text)).toBe(version);
  expect(review({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }, { kubernetesVersion: text as KubernetesVersion }).allowed).toBe(version !== undefined);
});

describe('what a minor needs', () => {
  test('reduced OpenAPI of the releases', () => {
    expect(readdirSync(join(ROOT, 'tools/openapi')).sort()).toEqual(KUBERNETES_VERSIONS.map((version) => `v${version}.json`));
    expect(KUBERNETES_VERSIONS.map((version) => JSON.parse(read('tools/openapi', `v${version}.json`)).kubernetes)).toEqual(Object.values(RELEASES));
  });

  test.each(KUBERNETES_VERSIONS)('an oracle of the release of %s', (version) => {
    const name = version === DEFAULT_KUBERNETES_VERSION ? 'go' : `go.v${version}`;
    expect(read('conformance/oracle', `${name}.mod`)).toContain(`\tk8s.io/kubernetes v${RELEASES[version]}\n`);
    expect(existsSync(join(ROOT, 'conformance/oracle', `${name}.sum`))).toBe(true);
  });

  test('a real server of the newest release', () => {
    expect(read('conformance/server/go.mod')).toContain(`k8s.io/kubernetes v${RELEASE}\n`);
  });

  test.each(['README.md', 'docs/adr/0006-one-field-table.md'])('the range in %s', (page) => {
    expect([...new Set(read(page).match(/\b1\.\d+ to 1\.\d+\b/g))]).toEqual([RANGE]);
  });

  test.each(['README.md', 'conformance/README.md'])('the release of the server in %s', (page) => {
    expect([...new Set(read(page).match(/\bkube-apiserver 1\.\d+\.\d+/g))]).toEqual([`kube-apiserver ${RELEASE}`]);
  });

  test('the default in README and in the documentation of AdmissionOptions', () => {
    expect(read('README.md')).toContain(`default ${DEFAULT_KUBERNETES_VERSION}\n`);
    expect(read('src/constructs/bridge/admission-settings.ts')).toContain(`@default '${DEFAULT_KUBERNETES_VERSION}'\n`);
  });
});
