import { Case, container, Manifest, podCases, Tweak } from './base';

const files = (...paths: string[]) => paths.map((path, i) => ({ key: `key${i}`, path }));
const configMap = (...paths: string[]): Tweak => ({ volumes: [{ name: 'v', configMap: { name: 'map', items: files(...paths) } }] });
const secret = (...paths: string[]) => ({ secret: { name: 'keys', items: files(...paths) } });
const map = (...paths: string[]) => ({ configMap: { name: 'map', items: files(...paths) } });
const token = (path: string) => ({ serviceAccountToken: { path } });
const field = (path: string) => ({ path, fieldRef: { fieldPath: 'metadata.name' } });
const certificate = (paths: object): object => ({ podCertificate: { signerName: 'example.com/signer', keyType: 'ED25519', ...paths } });
const bundle = (path: string): object => ({ clusterTrustBundle: { signerName: 'example.com/signer', path } });
const projected = (...sources: object[]): Tweak => ({ volumes: [{ name: 'v', projected: { sources } }] });
const claim = (resources: object): Tweak => ({
  volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources } } } }],
});
const port = (containerPort: number, fields: object = {}) => ({ containerPort, ...fields });
const ports = (...list: object[]): Tweak => ({ containers: [container({ ports: list })] });
const portsOfTwo = (one: object, other: object, fields: object = {}): Tweak =>
  ({ containers: [container({ ports: [one] }), container({ name: 'other', ports: [other] })], ...fields });

const OLD: { readonly [name: string]: object } = {
  photonPersistentDisk: { pdID: 'a' },
  gitRepo: { repository: 'https://example.com/a.git' },
  scaleIO: { gateway: 'https://a', system: 'a', secretRef: { name: 'a' }, volumeName: 'a' },
  flocker: { datasetName: 'a' },
  storageos: { volumeName: 'a', volumeNamespace: 'b' },
  quobyte: { registry: 'a:1', volume: 'a' },
  glusterfs: { endpoints: 'a', path: 'a' },
  cephfs: { monitors: ['a'] },
  rbd: { monitors: ['a'], image: 'a' },
};

export const cases: Case[] = [
  ...podCases({
    ...Object.fromEntries(Object.entries(OLD).map(([name, source]): [string, Tweak] => [`volume of old: ${name}`, { volumes: [{ name: 'a', emptyDir: {} }, { name: 'b', [name]: source }] }])),
    'volumes that are not old': { volumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }, { name: 'b', iscsi: { targetPortal: 'a', iqn: 'iqn.2015-06.com.example:a', lun: 0 } }] },
    'claim of thousandths': claim({ requests: { storage: '1500m' }, limits: { storage: '2500m' } }),
    'claim of whole bytes': claim({ requests: { storage: '1Gi' } }),
    'claim of halves that are whole': claim({ requests: { storage: '0.5Gi' } }),

    'files: each its own': configMap('a', 'b', 'ab', 'a.b', 'a-b'),
    'files: two with one path': configMap('a', 'b', 'a'),
    'files: three with one path': configMap('a', 'a', 'a'),
    'files: one in another': configMap('a', 'a/b', 'a/b/c', 'a.b'),
    'files: one in another, the other way round': configMap('a/b/c', 'b', 'a/b', 'a'),
    'files: one in another, between others': configMap('a/z', 'a!', 'a', 'a0'),
    'files: slashes at the end': configMap('a/', 'a', 'b//', 'b/c', 'c//d', 'c'),
    'files: of a Secret': { volumes: [{ name: 'v', secret: { secretName: 'keys', items: files('a', 'a/b') } }] },
    'files: of the downward API': { volumes: [{ name: 'v', downwardAPI: { items: [field('a'), field('b'), field('a')] } }] },
    'files: in two volumes': { volumes: [{ name: 'v', configMap: { name: 'a', items: files('a') } }, { name: 'w', configMap: { name: 'a', items: files('a') } }] },
    'files: paths from the prototype': configMap('__proto__', 'constructor', '__proto__/a'),

    'projected: each its own': projected(map('a'), secret('b'), token('c'), { downwardAPI: { items: [field('d')] } }),
    'projected: two sources with one path': projected(map('a'), secret('a')),
    'projected: one source twice': projected(map('a', 'a')),
    'projected: token in a directory of another': projected(token('a/token'), map('b', 'a')),
    'projected: downward API': projected(token('a'), { downwardAPI: { items: [field('a/b')] } }),
    'projected: three tokens, with the same text for each pair': projected(token('a'), token('a'), token('a'), map('a', 'a')),
    'projected: a certificate in a directory of another': projected(certificate({ keyPath: 'a' }), token('a/b')),
    'projected: files of one certificate': projected(certificate({ keyPath: 'a', certificateChainPath: 'b' }), map('c')),
    'projected: a certificate over a bundle': projected(bundle('a/b'), certificate({ keyPath: 'x', certificateChainPath: 'a' })),
    'projected: two bundles of one signer': projected(bundle('a/'), bundle('a/c'), map('a')),
    'projected: two empty sources': projected({}, {}),
    'files: three with one path, with and without slashes': configMap('a/', 'a', 'a//', 'a/b'),
    'projected: two tokens': projected(token('a'), token('a')),
    'projected: a source without files': projected(map('a'), { configMap: { name: 'other' } }),
    'projected: a source without files first': projected({ secret: { name: 'other' } }, map('a')),
    'projected: two sources without files': projected(map('a', 'b'), { configMap: { name: 'other' } }, { secret: { name: 'other' } }),
    'projected: sources with empty lists of files': projected(token('a'), { downwardAPI: { items: [] } }, map('b'), { configMap: { name: 'other', items: [] } }, { secret: { name: 'other', items: [] } }),
    'projected: a source with an empty list of files, then one without': projected(token('a'), { downwardAPI: { items: [] } }, { secret: { name: 'other' } }),
    'projected: an empty source': projected({}, map('a')),
    'projected: an empty source after files': projected(map('a'), {}),
    'projected: sources of gates that are off': projected(map('a'), { podCertificate: { keyType: 'ED25519', signerName: 'a.b/c', keyPath: 'a', certificateChainPath: 'b' } }),

    'ports: a number twice': ports(port(80), port(80)),
    'ports: a number three times': ports(port(80), port(80, { name: 'b' }), port(80, { name: 'c' })),
    'ports: other protocols': ports(port(80), port(80, { protocol: 'UDP' }), port(81)),
    'ports: the default protocol': ports(port(80), port(80, { protocol: 'TCP' })),
    'ports: with and without host port': ports(port(80, { hostPort: 8080 }), port(80)),
    'ports: without and with host port': ports(port(80), port(80, { hostPort: 8080 })),
    'ports: two host ports': ports(port(80, { hostPort: 8080 }), port(80, { hostPort: 8081 })),
    'ports: host port of an address and of all': ports(port(80, { hostPort: 8080, hostIP: '10.0.0.1' }), port(80, { hostPort: 8080 })),
    'ports: host port of all and of an address': ports(port(80, { hostPort: 8080 }), port(80, { hostPort: 8080, hostIP: '10.0.0.1' })),
    'ports: host port of two addresses': ports(port(80, { hostPort: 8080, hostIP: '10.0.0.1' }), port(80, { hostPort: 8080, hostIP: '10.0.0.2' })),
    'ports: other numbers on one host port': ports(port(80, { hostPort: 8080 }), port(81, { hostPort: 8080, hostIP: '10.0.0.2' })),
    'ports: host address alone': ports(port(80, { hostIP: '10.0.0.1' })),
    'ports: host address alone, twice': ports(port(80, { hostIP: '10.0.0.1' }), port(80, { hostIP: '10.0.0.2' })),
    'ports: in the network of the host': { hostNetwork: true, containers: [container({ ports: [port(80, { hostIP: '10.0.0.1' }), port(81)] })] },
    'ports: two containers': portsOfTwo(port(80), port(80)),
    'ports: one name in two containers': portsOfTwo(port(80, { name: 'web' }), port(81, { name: 'web' })),
    'ports: other names in two containers': portsOfTwo(port(80, { name: 'web' }), port(81, { name: 'admin' })),
    'ports: one name in three containers': portsOfTwo(port(80, { name: 'web' }), port(81, { name: 'web' }), { initContainers: [container({ name: 'init', ports: [port(82, { name: 'web' })] })] }),
    'ports: host port of an init container': portsOfTwo(port(80), port(81), { initContainers: [container({ name: 'init', ports: [port(80, { hostPort: 8080 })] })] }),
    'ports: same host port of an init container': { initContainers: [container({ name: 'init', ports: [port(80, { hostPort: 8080 })] })], containers: [container({ ports: [port(80, { hostPort: 8080 })] })] },
  }),
  { name: 'files: an image volume before them', manifest: imageBefore() },
];

/** Versions without image volumes drop it, and number the others anew. */
function imageBefore(): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'pod' },
    spec: { containers: [container()], volumes: [{ name: 'i', image: { reference: 'image:1' } }, { name: 'v', rbd: OLD.rbd }] },
  };
}
