// The names in content-hash.recorded.json are what ConfigMapHash and SecretHash of k8s.io/kubectl v0.37.1, pkg/util/hash, give for the manifests,
// with stringData written into data as the server does it.
import recorded from './content-hash.recorded.json';
import { hashedName } from '../../../src/constructs/plain/content-hash';

test.each(recorded)('kubectl gives the same name: $what', ({ manifest, name }) => {
  expect(hashedName(manifest, manifest.metadata.name)).toBe(name);
});

test('labels do not count, the name and every value do', () => {
  const hashOf = (manifest: any, name = 'a') => hashedName({ kind: 'ConfigMap', ...manifest }, name).slice(name.length);
  const data = { a: '1', b: '2' };
  expect(hashOf({ data, metadata: { labels: { x: 'y' } } })).toBe(hashOf({ data: { b: '2', a: '1' } }));
  const different = [hashOf({ data }), hashOf({ data }, 'b'), hashOf({ data: { a: '1' } }), hashOf({ data: { a: '12', b: '' } }), hashOf({ binaryData: data })];
  expect(new Set(different).size).toBe(different.length);
});
