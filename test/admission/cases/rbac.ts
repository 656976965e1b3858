import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

const GROUP = 'rbac.authorization.k8s.io';
const head = (kind: string, rest: object): Manifest => ({ apiVersion: `${GROUP}/v1`, kind, metadata: { name: 'web' }, ...rest }) as Manifest;
const RULE = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const rule = (...rules: object[]) => ({ rules });
const rules = {
  'the smallest': {},
  'no rules': { rules: undefined },
  'an empty rule': rule({}),
  'no verbs': rule({ ...RULE, verbs: [] }),
  'no groups': rule({ ...RULE, apiGroups: undefined }),
  'no resources': rule({ ...RULE, resources: undefined }),
  'names of resources': rule({ ...RULE, resourceNames: ['a', ''] }),
  'URLs': rule({ nonResourceURLs: ['/healthz'], verbs: ['get'] }),
  'URLs without verbs': rule({ nonResourceURLs: ['/healthz'] }),
  'URLs and groups': rule({ nonResourceURLs: ['/healthz'], verbs: ['get'], apiGroups: [''] }),
  'URLs and resources': rule({ nonResourceURLs: ['/healthz'], verbs: ['get'], resources: ['pods'] }),
  'URLs and names': rule({ nonResourceURLs: ['/healthz'], verbs: ['get'], resourceNames: ['a'] }),
  'two rules, the second wrong': rule(RULE, { verbs: ['get'] }),
  'any verb and resource': rule({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }),
  'name with a colon': { metadata: { name: 'system:node' } },
  'name with a slash': { metadata: { name: 'a/b' } },
  'name with a percent sign': { metadata: { name: 'a%b' } },
  'name that is two dots': { metadata: { name: '..' } },
  'prefix with a slash': { metadata: { generateName: 'a/' } },
  'prefix that is a dot': { metadata: { generateName: '.' } },
  'prefix with a dash at its end': { metadata: { generateName: 'a-' } },
  'prefix that is two dots beside a name': { metadata: { name: 'web', generateName: '..' } },
  'a generation below 0': { metadata: { name: 'web', generation: -1 } },
  'no name': { metadata: {} },
  'a namespace': { metadata: { name: 'web', namespace: 'shop' } },
  'a bad label': { metadata: { name: 'web', labels: { 'a/': 'b' } } },
};
const select = (...clusterRoleSelectors: object[]) => ({ aggregationRule: { clusterRoleSelectors } });

const REF = { apiGroup: GROUP, kind: 'ClusterRole', name: 'view' };
const ref = (fields: object) => ({ roleRef: { ...REF, ...fields } });
const subject = (...subjects: object[]) => ({ subjects });
const ACCOUNT = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' };
const bindings = {
  'the smallest': {},
  'no role': { roleRef: undefined },
  'a role without group': ref({ apiGroup: undefined }),
  'a role of another group': ref({ apiGroup: 'example.com' }),
  'a Role': ref({ kind: 'Role' }),
  'another kind of role': ref({ kind: 'User' }),
  'no kind of role': ref({ kind: undefined }),
  'no name of the role': ref({ name: undefined }),
  'a name of the role with a slash': ref({ name: 'a/b' }),
  'no subjects': { subjects: [] },
  'an empty subject': subject({}),
  'a service account': subject(ACCOUNT),
  'a service account without namespace': subject({ ...ACCOUNT, namespace: undefined }),
  'a service account without name': subject({ ...ACCOUNT, name: undefined }),
  'a service account with capitals': subject({ ...ACCOUNT, name: 'Web' }),
  'a service account of a group': subject({ ...ACCOUNT, apiGroup: GROUP }),
  'a user': subject({ kind: 'User', name: 'Jane Doe' }),
  'a user of the group': subject({ kind: 'User', name: 'jane', apiGroup: GROUP }),
  'a user of another group': subject({ kind: 'User', name: 'jane', apiGroup: 'example.com' }),
  'a user without name': subject({ kind: 'User' }),
  'a group': subject({ kind: 'Group', name: 'system:masters' }),
  'a group of another group': subject({ kind: 'Group', name: 'a', apiGroup: 'v1' }),
  'another kind of subject': subject({ kind: 'Pod', name: 'a' }),
  'no kind of subject': subject({ name: 'a' }),
  'two subjects, the second wrong': subject(ACCOUNT, { kind: 'user', name: 'jane' }),
  'name with a colon': { metadata: { name: 'system:node' } },
  'name with a slash': { metadata: { name: 'a/b' } },
  'prefix that is a dot': { metadata: { generateName: '.' } },
  'prefix with a dash at its end': { metadata: { generateName: 'a-' } },
  'prefix that is two dots beside a name': { metadata: { name: 'web', generateName: '..' } },
  'a generation below 0': { metadata: { name: 'web', generation: -1 } },
  'no name': { metadata: {} },
};

export const cases: Case[] = [
  ...objectCases(head('Role', { rules: [RULE] }), rules),
  ...objectCases(head('ClusterRole', { rules: [RULE] }), {
    ...rules,
    'aggregated': select({ matchLabels: { a: 'b' } }),
    'aggregated by nothing': select(),
    'aggregated by an empty selector': select({}),
    'aggregated by a bad label': select({ matchLabels: { 'a/': 'b' } }),
    'aggregated by a bad value': select({ matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] }),
    'aggregated by an operator that is none': select({}, { matchExpressions: [{ key: 'a', operator: 'Is' }] }),
    'aggregated without selectors': { aggregationRule: {} },
  }),
  ...objectCases(head('RoleBinding', { roleRef: REF, subjects: [ACCOUNT] }), bindings),
  ...objectCases(head('ClusterRoleBinding', { roleRef: REF, subjects: [ACCOUNT] }), bindings),
];
