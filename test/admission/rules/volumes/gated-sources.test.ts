import { Path } from '../../../../src/admission/path';
import { Report } from '../../../../src/admission/report';
import { podContext } from '../../../../src/admission/rules/pod/pod-context';
import { validateVolumes } from '../../../../src/admission/rules/volumes';

/*
 * Sources of projected volumes whose gates are off by default in all supported minors: a review drops them before its rules, as the
 * server does, so the rules are asked here. The verdicts are those of the oracle of 1.36 with the gates ClusterTrustBundle,
 * ClusterTrustBundleProjection and PodCertificateRequest on.
 */
const bundle = (source: object) => ({ clusterTrustBundle: { path: 'ca.pem', ...source } });
const certificate = (source: object) => ({ podCertificate: { signerName: 'example.com/signer', keyType: 'ED25519', ...source } });

/** Empty texts are absent in what the rules see, where the field is no pointer. */
function decoded(source: { podCertificate?: object; clusterTrustBundle?: { path?: string } }): object {
  const without = (value: object | undefined, fields: string[]) =>
    value && Object.fromEntries(Object.entries(value).filter(([field, text]) => text !== '' || !fields.includes(field)));
  const { podCertificate, clusterTrustBundle } = source;
  return { ...source, podCertificate: without(podCertificate, ['signerName', 'keyType']), clusterTrustBundle: without(clusterTrustBundle, ['path']) };
}

const ROWS: [string, object[], string[]][] = [
  ['bundle by name', [bundle({ name: 'roots' })], []],
  ['bundle by its signer\'s name', [bundle({ name: 'example.com:signer:roots' })], []],
  ['bundle with an empty name', [bundle({ name: '' })], [
    'Required projected.sources[0].clusterTrustBundle.name',
    'Invalid projected.sources[0].clusterTrustBundle.name',
  ]],
  ['bundle with a bad name', [bundle({ name: 'Roots' })], ['Invalid projected.sources[0].clusterTrustBundle.name']],
  ['bundle with a colon first', [bundle({ name: ':roots' })], ['Invalid projected.sources[0].clusterTrustBundle.name']],
  ['bundle with a slash in the name of its signer', [bundle({ name: 'example.com/signer:roots' })], [
    'Invalid projected.sources[0].clusterTrustBundle.name',
  ]],
  ['bundle by name with a selector', [bundle({ name: 'roots', labelSelector: {} })], [
    'Invalid projected.sources[0].clusterTrustBundle.labelSelector',
  ]],
  ['bundles of a signer', [bundle({ signerName: 'example.com/signer', labelSelector: { matchLabels: { a: 'b' } } })], []],
  ['bundles of a signer with a bad selector', [bundle({ signerName: 'example.com/signer', labelSelector: { matchLabels: { 'a b': 'c' } } })], [
    'Invalid projected.sources[0].clusterTrustBundle.labelSelector.matchLabels',
  ]],
  ['bundles of an empty signer', [bundle({ signerName: '' })], ['Required projected.sources[0].clusterTrustBundle.signerName']],
  ['bundles of a signer without slash', [bundle({ signerName: 'example.com' })], ['Invalid projected.sources[0].clusterTrustBundle.signerName']],
  ['bundles of a signer with a short, bad domain and a bad name', [bundle({ signerName: 'Example/B' })], [
    'Invalid projected.sources[0].clusterTrustBundle.signerName',
  ]],
  ['bundle with name and signer', [bundle({ name: 'a', signerName: 'b' })], ['Invalid projected.sources[0].clusterTrustBundle']],
  ['bundle with neither, and no path', [bundle({ path: '' })], [
    'Required projected.sources[0].clusterTrustBundle',
    'Required projected.sources[0].clusterTrustBundle.path',
  ]],
  ['two bundles without path', [bundle({ name: 'a', path: '' }), bundle({ name: 'a', path: '' })], [
    'Required projected.sources[0].clusterTrustBundle.path',
    'Required projected.sources[1].clusterTrustBundle.path',
    'Invalid projected',
  ]],
  ['bundle with a path up', [bundle({ name: 'a', path: '../ca.pem' })], ['Invalid projected.sources[0].clusterTrustBundle.path']],
  ['bundle at the path of a key', [{ configMap: { name: 'a', items: [{ key: 'a', path: 'b' }] } }, bundle({ name: 'a', path: 'b' })], [
    'Invalid projected',
  ]],
  ['certificate', [certificate({ credentialBundlePath: 'bundle.pem' })], []],
  ['certificate in two files', [certificate({ keyType: 'RSA3072', keyPath: 'key.pem', certificateChainPath: 'chain.pem' })], []],
  ['certificate without anything', [certificate({ signerName: '', keyType: '' })], [
    'Required projected.sources[0].podCertificate.signerName',
    'NotSupported projected.sources[0].podCertificate.keyType',
    'Required projected.sources[0].podCertificate',
  ]],
  ['certificate with all in one file', [certificate({ credentialBundlePath: 'a', keyPath: 'a', certificateChainPath: 'a' })], ['Invalid projected']],
  ['certificate with bad paths', [certificate({ credentialBundlePath: '/a', keyPath: '..b', certificateChainPath: 'c/..' })], [
    'Invalid projected.sources[0].podCertificate.credentialBundlePath',
    'Invalid projected.sources[0].podCertificate.keyPath',
    'Invalid projected.sources[0].podCertificate.certificateChainPath',
  ]],
  ['certificate for less than an hour', [certificate({ keyPath: 'a', maxExpirationSeconds: 3599 })], [
    'Invalid projected.sources[0].podCertificate.maxExpirationSeconds',
  ]],
  ['certificate for 91 days', [certificate({ keyPath: 'a', maxExpirationSeconds: 7862400 })], []],
  ['certificate for more than 91 days', [certificate({ keyPath: 'a', maxExpirationSeconds: 7862401 })], [
    'Invalid projected.sources[0].podCertificate.maxExpirationSeconds',
  ]],
  ['certificate of Kubernetes for a day', [certificate({ signerName: 'kubernetes.io/signer', keyPath: 'a', maxExpirationSeconds: 86400 })], []],
  ['certificate of Kubernetes for more than a day', [certificate({ signerName: 'a.kubernetes.io/signer', keyPath: 'a', maxExpirationSeconds: 86401 })], [
    'Invalid projected.sources[0].podCertificate.maxExpirationSeconds',
  ]],
  ['certificate with annotations', [certificate({ keyPath: 'a', userAnnotations: { 'Example.com/A': 'b' } })], []],
  ['certificate with an annotation without domain', [certificate({ keyPath: 'a', userAnnotations: { a: 'b' } })], [
    'Invalid projected.sources[0].podCertificate.userAnnotations',
  ]],
  ['certificate with an annotation without key', [certificate({ keyPath: 'a', userAnnotations: { '': 'b' } })], [
    'Required projected.sources[0].podCertificate.userAnnotations',
  ]],
  ['a bundle and a certificate in one entry', [{ ...bundle({ name: 'a' }), ...certificate({ keyPath: 'b' }) }], [
    'Forbidden projected.sources[0]',
  ]],
];

test.each(ROWS)('%s', (_, sources, expected) => {
  const report = new Report();
  const volumes = [{ name: 'v', projected: { sources: sources.map(decoded) } }];
  validateVolumes(volumes, Path.root.child('spec').child('volumes'), podContext({}, { name: 'a' }, { report, minor: 36, kind: 'Pod', type: 'Pod' }, true));
  const found = report.findings.map(({ type, field }) => `${type.replace('FieldValue', '')} ${field.replace('spec.volumes[0].', '')}`);
  expect([...new Set(found)]).toEqual(expected);
});
