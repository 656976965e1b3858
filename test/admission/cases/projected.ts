import { deploymentWithSource, podWithSource } from './volumes';

const projected = (name: string, ...sources: object[]) => podWithSource(`projected: ${name}`, { projected: { sources } });
const keys = (...paths: string[]) => ({ name: 'a', items: paths.map((path) => ({ key: 'k', path })) });
const files = (...paths: string[]) => ({ items: paths.map((path) => ({ path, fieldRef: { fieldPath: 'metadata.name' } })) });
const token = (name: string, serviceAccountToken: object) => projected(`token ${name}`, { serviceAccountToken });

export const cases = [
  podWithSource('projected: nothing', { projected: {} }),
  projected('no sources'),
  projected('an entry without source', {}),
  projected('an entry with a null source', { secret: null }),
  ...[0, 511, 512, -1].map((defaultMode) => podWithSource(`projected: mode ${defaultMode}`, { projected: { defaultMode, sources: [] } })),

  projected('secret', { secret: { name: 's' } }),
  projected('secret without name', { secret: {} }),
  projected('secret with bad keys', { secret: { items: [{}, { key: 'a', path: '/a', mode: 1000 }] } }),
  projected('configMap', { configMap: { name: 's', optional: true } }),
  projected('configMap without name', { configMap: { items: [] } }),
  projected('configMap with bad keys', { configMap: { name: 'a', items: [{ key: 'a', path: '..' }, { key: '', path: 'a' }] } }),
  projected('downwardAPI', { downwardAPI: files('a', 'b') }),
  projected('downwardAPI with nothing', { downwardAPI: {} }),
  projected('downwardAPI with bad files', { downwardAPI: { items: [{ path: '' }, { path: '/a', mode: 512, fieldRef: { fieldPath: 'spec.nodeName' } }] } }),
  projected('downwardAPI with both selectors',
    { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.uid' }, resourceFieldRef: { containerName: 'app', resource: 'requests.cpu' } }] } }),
  projected('downwardAPI resource', { downwardAPI: { items: [{ path: 'a', resourceFieldRef: { containerName: 'app', resource: 'requests.cpu' } }] } }),
  projected('downwardAPI resource without container', { downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'requests.cpu' } }] } }),

  token('that is good', { path: 'token', audience: 'a', expirationSeconds: 3600 }),
  token('by default', { path: 'token' }),
  token('without path', {}),
  token('with an absolute path', { path: '/token' }),
  token('with a path up', { path: '../token' }),
  token('with two dots', { path: '..token' }),
  ...[599, 600, 0, -1, 2 ** 32, 2 ** 32 + 1].map((expirationSeconds) => token(`for ${expirationSeconds}`, { path: 'token', expirationSeconds })),
  projected('token as the second entry', { secret: { name: 'a' } }, { serviceAccountToken: { expirationSeconds: 1 } }),

  // paths of files
  projected('one path in a secret twice', { secret: keys('a', 'a') }),
  projected('one path in a configMap twice', { configMap: keys('a', 'a') }),
  projected('one path in a downwardAPI twice', { downwardAPI: files('a', 'a') }),
  projected('one path in a secret and a configMap', { secret: keys('a') }, { configMap: keys('b', 'a') }),
  projected('one path in a configMap and a downwardAPI', { configMap: keys('a') }, { downwardAPI: files('a') }),
  projected('one path three times', { configMap: keys('a', 'a', 'a') }),
  projected('paths that are the same in the end', { configMap: keys('a/b', 'a//b', './a/b') }),
  projected('path of a token and of a key', { configMap: keys('token') }, { serviceAccountToken: { path: 'token' } }),
  projected('path of two tokens', { serviceAccountToken: { path: 'token' } }, { serviceAccountToken: { path: 'token' } }),
  projected('empty paths', { configMap: keys('', '') }, { downwardAPI: files('', '') }),
  projected('path named __proto__', { configMap: keys('__proto__', 'constructor') }),

  // several sources in one entry
  projected('two sources in an entry', { secret: { name: 'a' }, configMap: { name: 'b' } }),
  projected('four sources in an entry', { secret: keys('a'), configMap: keys('a'), downwardAPI: files('a'), serviceAccountToken: { path: 'a' } }),
  projected('two bad sources in an entry', { secret: {}, configMap: {} }),

  // sources whose gates are off: the server drops them
  projected('clusterTrustBundle', { clusterTrustBundle: { name: 'a', path: 'a' } }),
  projected('clusterTrustBundle with nothing', { clusterTrustBundle: { path: '' } }),
  projected('clusterTrustBundle beside a secret', { clusterTrustBundle: { path: 'a' }, secret: { name: 'a' } }),
  { ...projected('podCertificate', { podCertificate: { signerName: 'a', keyType: 'b' } }), versions: ['1.34', '1.35', '1.36'] },
  { ...projected('podCertificate beside a secret', { podCertificate: { signerName: '', keyType: '' }, secret: {} }), versions: ['1.34', '1.35', '1.36'] },

  deploymentWithSource('projected: in a template', { projected: { sources: [{ configMap: keys('a', 'a') }, { serviceAccountToken: {} }] } }),
];
