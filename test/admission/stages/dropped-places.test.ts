import { review } from '../../../src/admission';
import { container, Manifest, minimalDeployment, minimalPod } from '../cases/base';

const image = (name: string) => ({ name, image: { reference: 'image:1' } });
const bad = { name: 'C', emptyDir: {} };
const mounts = (...names: string[]) => names.map((name) => ({ name, mountPath: `/${name}` }));

/** Where 1.34, which drops image volumes, numbers what is left, and where the manifest has it. */
const ROWS: [string, Manifest, string, string][] = [
  ['a volume after two', minimalPod({ volumes: [image('a'), image('b'), bad] }), 'spec.volumes[0].name', 'spec.volumes[2].name'],
  ['a volume between two', minimalPod({ volumes: [image('a'), bad, image('b')] }), 'spec.volumes[0].name', 'spec.volumes[1].name'],
  ['a field of a volume', minimalPod({ volumes: [image('a'), { name: 'c', nfs: { server: 'a', path: 'b' } }] }),
    'spec.volumes[0].nfs.path', 'spec.volumes[1].nfs.path'],
  ['a volume before it', minimalPod({ volumes: [bad, image('a')] }), 'spec.volumes[0].name', 'spec.volumes[0].name'],
  ['a mount after one', minimalPod({ volumes: [image('a')], containers: [container(), container({ name: 'b', volumeMounts: mounts('a', 'b') })] }),
    'spec.containers[1].volumeMounts[0].name', 'spec.containers[1].volumeMounts[1].name'],
  ['a mount of an init container', minimalPod({ volumes: [image('a')], initContainers: [{ name: 'i', image: 'i', volumeMounts: mounts('a', 'b', 'a') }] }),
    'spec.initContainers[0].volumeMounts[0].name', 'spec.initContainers[0].volumeMounts[1].name'],
  ['a template', minimalDeployment({ volumes: [image('a'), bad] }), 'spec.template.spec.volumes[0].name', 'spec.template.spec.volumes[1].name'],
  ['something else', minimalPod({ volumes: [image('a')], hostname: 'A' }), 'spec.hostname', 'spec.hostname'],
];

test.each(ROWS)('%s', (_, manifest, field, at) => {
  // That the volume itself is dropped is said too: dropped-fields.test.ts.
  const findings = review(manifest, { kubernetesVersion: '1.34' }).findings.filter(({ type }) => type !== 'FieldDropped');
  expect(findings.map((finding) => [finding.field, finding.at])).toEqual([[field, at]]);
  expect(findings[0].keys.join('.')).toBe(at.replace(/\[(\d+)\]/g, '.$1'));
});

test('1.35 keeps image volumes', () => {
  const { findings } = review(minimalPod({ volumes: [image('a'), bad] }), { kubernetesVersion: '1.35' });
  expect(findings.map((finding) => [finding.field, finding.at])).toEqual([['spec.volumes[1].name', 'spec.volumes[1].name']]);
});
