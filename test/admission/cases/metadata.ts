import { Case, Manifest, podCases, Tweak } from './base';
import { workloadCases } from './base-workloads';

/*
 * What all kinds have in common: the metadata of an object.
 */
const owner = (fields: object = {}) => ({ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'a', ...fields });
const meta = (fields: object): Tweak => (object: Manifest) => Object.assign(object.metadata, fields);
const owners = (...references: object[]): Tweak => meta({ ownerReferences: references });
const ownerOf = (apiVersion: string): Tweak => owners(owner({ apiVersion }));
const finalizers = (...names: string[]): Tweak => meta({ finalizers: names });
const label = (key: string, value: string): Tweak => meta({ labels: { [key]: value } });
const annotation = (key: string, value = 'a'): Tweak => meta({ annotations: { [key]: value } });
const prefix = (generateName: string): Tweak => (object: Manifest) => object.metadata = { generateName };
const domain = (length: number): string => 'd'.repeat(length);
const VALUES = ['A', 'z9', '_a', 'a_', '-a', 'a-', '.a', 'a.', 'a_b-c.d', 'a b', 'a/b', 'ü', 'Z'.repeat(63), 'Z'.repeat(64), 'a\n'];
const KEYS = ['A', 'z9', '_a', 'a_', '', 'a/b', '/b', 'a/', 'a/b/c', 'A/b', 'a.b/c', 'a..b/c', '-a/b', 'a/B_c.d-e', `a/${'b'.repeat(63)}`, `a/${'b'.repeat(64)}`,
  'b'.repeat(63), 'b'.repeat(64), `${domain(253)}/a`, `${domain(254)}/a`];
const NAMES = ['a', '0', 'a-b', 'a.b', 'a..b', '-a', 'a-', 'a.', '.a', 'a_b', 'A', 'a\n', domain(253), domain(254)];
const FINALIZERS = ['a', 'a/b', '/b', 'kubernetes', 'orphan', 'foregroundDeletion', 'Orphan', 'a b/c', ''];

const ROWS: { readonly [name: string]: Tweak } = {
  'an owner': owners(owner()),
  'two owners': owners(owner(), owner({ name: 'b', uid: 'b' })),
  'an owner that controls': owners(owner({ controller: true, blockOwnerDeletion: true })),
  'two owners, one of which controls': owners(owner({ controller: false }), owner({ name: 'b', uid: 'b', controller: true })),
  'two owners that control': owners(owner({ controller: true }), owner({ name: 'b', uid: 'b', controller: true })),
  'one owner twice that controls': owners(owner({ controller: true }), owner({ controller: true })),
  'an owner twice': owners(owner(), owner()),
  'owners twice each': owners(owner(), owner({ uid: 'b' }), owner(), owner({ uid: 'b' })),
  'an owner twice, once with controller': owners(owner(), owner({ controller: false })),
  'an owner twice before a bad one': owners(owner(), owner(), owner({ apiVersion: '' })),
  'owners without kind, name and uid': owners(owner({ kind: '' }), owner({ name: '' }), owner({ uid: '' })),
  'an owner without anything': owners({}),
  'an owner without a kind': owners(owner({ kind: '' })),
  'an owner without a name': owners(owner({ name: '' })),
  'an owner without a uid': owners(owner({ uid: '' })),
  'an Event that owns': owners(owner({ apiVersion: 'v1', kind: 'Event' })),
  'an Event of an empty group that owns': owners(owner({ apiVersion: '/v1', kind: 'Event' })),
  'an Event of another version that owns': owners(owner({ apiVersion: 'v2', kind: 'Event' })),
  'an Event of another group that owns': owners(owner({ apiVersion: 'events.k8s.io/v1', kind: 'Event' })),
  'a Pod that owns': owners(owner({ apiVersion: 'v1', kind: 'Pod' })),
  'an owner whose version is missing': ownerOf(''),
  'an owner whose version is empty': ownerOf('apps/'),
  'an owner of no group': ownerOf('v1'),
  'an owner of a group with a slash': ownerOf('a/b/v1'),
  'an owner of a slash': ownerOf('/'),
  ...Object.fromEntries(FINALIZERS.map((name) => [`finalizer '${name}'`, finalizers(name)])),
  'finalizers that exclude each other': finalizers('orphan', 'foregroundDeletion'),
  'a finalizer that is good before one that is not': finalizers('a/b', 'a b'),
  'no finalizers': finalizers(),
  'a namespace': meta({ namespace: 'default' }),
  'a namespace in capitals': meta({ namespace: 'Default' }),
  'a namespace with a dot': meta({ namespace: 'a.b' }),
  'a namespace of 63': meta({ namespace: 'a'.repeat(63) }),
  'a namespace of 64': meta({ namespace: 'a'.repeat(64) }),
  'an empty namespace': meta({ namespace: '' }),
  'a generation': meta({ generation: 5 }),
  'a generation of 0': meta({ generation: 0 }),
  'a generation below 0': meta({ generation: -1 }),
  'the system\'s fields': meta({ uid: 'a', resourceVersion: '5', selfLink: '/a', deletionGracePeriodSeconds: -5, deletionTimestamp: '2026-01-31T12:00:00Z' }),
  ...Object.fromEntries(KEYS.map((key) => [`label '${key}'`, label(key, 'a')])),
  ...Object.fromEntries(VALUES.map((value) => [`label of '${value}'`, label('a', value)])),
  ...Object.fromEntries(KEYS.map((key) => [`annotation '${key}'`, annotation(key)])),
  'an annotation of a letter that is small in Unicode only': annotation('\u212a'),
  'annotations of 256 KiB': annotation('a', 'x'.repeat(256 * 1024 - 1)),
  'annotations of a byte more than 256 KiB': annotation('a', 'x'.repeat(256 * 1024)),
  'annotations of 256 KiB in letters of two bytes': annotation('aa', 'ü'.repeat(128 * 1024 - 1)),
  'annotations of more than 256 KiB in letters of two bytes': annotation('aaa', 'ü'.repeat(128 * 1024 - 1)),
  'annotations of 256 KiB in letters of three bytes': annotation('a', '€'.repeat(87381)),
  'annotations of more than 256 KiB in letters of three bytes': annotation('aa', '€'.repeat(87381)),
  'annotations of 256 KiB in letters of four bytes': annotation('aaaa', '😀'.repeat(65535)),
  'annotations of more than 256 KiB in letters of four bytes': annotation('aaaaa', '😀'.repeat(65535)),
  'annotations of 256 KiB, the last letter of one byte': annotation('a', `${'x'.repeat(256 * 1024 - 2)}\u007f`),
  'annotations of a byte more than 256 KiB, the last letter of two bytes': annotation('a', `${'x'.repeat(256 * 1024 - 2)}\u0080`),
  'annotations of 256 KiB, the last letter of two bytes': annotation('a', `${'x'.repeat(256 * 1024 - 3)}\u07ff`),
  'annotations of a byte more than 256 KiB, the last letter of three bytes': annotation('a', `${'x'.repeat(256 * 1024 - 3)}\u0800`),
  'two annotations of more than 256 KiB': meta({ annotations: { a: 'x'.repeat(128 * 1024), b: 'x'.repeat(128 * 1024) } }),
  ...Object.fromEntries(NAMES.map((name) => [`name '${name}'`, meta({ name })])),
  ...Object.fromEntries([...NAMES, 'a--', '--', '-', 'ü-', '_-', 'a\u007f-'].map((name) => [`prefix '${name}'`, prefix(name)])),
  'a prefix of 58': prefix('a'.repeat(58)),
  'a prefix of 59': prefix('a'.repeat(59)),
  'a prefix of 58 before a dash': prefix(`${'a'.repeat(58)}-`),
  'a prefix that is cut before a dot': prefix(`${'a'.repeat(58)}.`),
  'a prefix of 60 that is cut in a bad letter': prefix(`${'a'.repeat(57)}ü`),
  'a prefix of 60 that is cut before a bad letter': prefix(`${'a'.repeat(58)}ü`),
  'a prefix and a name': meta({ generateName: 'A' }),
  'neither name nor prefix': (object: Manifest) => object.metadata = {},
};

export const cases: Case[] = [...podCases(ROWS), ...workloadCases('Service', ROWS), ...workloadCases('Job', ROWS), ...workloadCases('StatefulSet', ROWS)]
  .map(({ name, manifest }) => ({ name: `metadata: ${name}`, manifest }));
