import { app, casesOf } from './pod-with';

const pod = (metadata: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec: { containers: [app()] } });
const owner = (fields: object) => ({ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: '1', ...fields });
const owned = (...owners: object[]) => pod({ ownerReferences: owners });

export const cases = [
  ...casesOf('metadata owners', {
    'an owner': owned(owner({})),
    'two owners, one the controller': owned(owner({ controller: true }), owner({ name: 'other', uid: '2' })),
    'two controllers': owned(owner({ controller: true }), owner({ controller: true, name: 'other', uid: '2' })),
    'no version': owned(owner({ apiVersion: '' })),
    'a version of no group and no version': owned(owner({ apiVersion: 'apps/' })),
    'no kind': owned(owner({ kind: '' })),
    'no name': owned(owner({ name: '' })),
    'no uid': owned(owner({ uid: '' })),
    'an Event': owned(owner({ apiVersion: 'v1', kind: 'Event' })),
  }),
  ...casesOf('metadata namespace', {
    'a namespace': pod({ namespace: 'shop' }),
    'capitals': pod({ namespace: 'Shop' }),
    'a dot': pod({ namespace: 'a.b' }),
  }),
  ...casesOf('metadata finalizers', {
    'a finalizer': pod({ finalizers: ['acme.com/done'] }),
    'no domain': pod({ finalizers: ['done'] }),
    'a bad name': pod({ finalizers: ['acme.com/a b'] }),
    'both that exclude each other': pod({ finalizers: ['orphan', 'foregroundDeletion'] }),
  }),
];
