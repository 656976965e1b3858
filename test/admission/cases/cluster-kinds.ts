import { Case, Manifest } from './base';
import { objectCases, ObjectTweak } from './base-objects';
import { CERTIFICATE, REQUEST, STUB } from '../../../conformance/generate/make/certificates';
import { KUBERNETES_VERSIONS, minorOf } from '../../../src/admission/version';
import { kindFacts } from '../../../src/k8s/kinds';

/*
 * Names, defaults, and what is required of kinds of which not all rules are reviewed.
 */
const spec = (fields: object) => (object: Manifest) => void (object.spec = { ...object.spec, ...fields });
const named = (name: string) => ({ metadata: { name } });
const prefixed = (generateName: string) => ({ metadata: { generateName } });
const base64 = (text: string) => Buffer.from(text).toString('base64');

function casesOf(apiVersion: string, kind: string, minimal: object, rows: { readonly [name: string]: ObjectTweak }): Case[] {
  const since = kindFacts(kind)?.since ?? 0;
  const versions = KUBERNETES_VERSIONS.filter((version) => minorOf(version)! >= since);
  const all = objectCases({ apiVersion, kind, metadata: { name: 'web' }, ...minimal }, { 'the smallest': {}, ...rows });
  return all.map((one) => (versions.length === KUBERNETES_VERSIONS.length ? one : { ...one, versions: [...versions] }));
}

const ADMISSION = 'admissionregistration.k8s.io/v1';
const RULE = { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] };
/** Rules of webhooks and policies: what is wrong with one. */
const RULES: { readonly [name: string]: object } = {
  'an empty rule': { apiGroups: [], apiVersions: [], operations: [], resources: [] },
  'empty values': { apiVersions: [''], resources: [''] },
  'wildcards beside others': { apiGroups: ['*', 'apps'], apiVersions: ['*', 'v1'], operations: ['*', 'CREATE'], resources: ['*', 'pods'] },
  'all subresources beside others': { resources: ['*/*', 'pods'] },
  'a subresource after all of them': { resources: ['pods/*', 'pods/log'] },
  'a subresource after that of all': { resources: ['*/scale', 'deployments/scale'] },
  'a wildcard before an empty resource': { resources: ['*', 'pods', ''] },
  'a resource before a wildcard': { resources: ['pods', '*'] },
  'another operation': { operations: ['PATCH'] },
  'another scope': { scope: 'All' },
  'all of it': { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'], scope: '*' },
};
const HOOK = { name: 'a.example.com', clientConfig: { service: { name: 'a', namespace: 'b' } }, sideEffects: 'None', admissionReviewVersions: ['v1'] };
const hook = (fields: object) => ({ webhooks: [{ ...HOOK, ...fields }] });
const webhooks = (kind: string): Case[] => casesOf(ADMISSION, kind, { webhooks: [HOOK] }, {
  'no webhooks': { webhooks: [] },
  'a rule': hook({ rules: [RULE] }),
  ...Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, hook({ rules: [{ ...RULE, ...rule }] })])),
  'no name': hook({ name: undefined }),
  'a name of two parts': hook({ name: 'example.com' }),
  'a name with a capital': hook({ name: 'A.example.com' }),
  'a name twice': { webhooks: [HOOK, HOOK] },
  'other policies': hook({ failurePolicy: 'No', matchPolicy: 'No' }),
  'no side effects': hook({ sideEffects: undefined }),
  'some side effects': hook({ sideEffects: 'Some' }),
  'no time': hook({ timeoutSeconds: 0 }),
  'half a minute': hook({ timeoutSeconds: 30 }),
  'more than half a minute': hook({ timeoutSeconds: 31 }),
  'a bad selector': hook({ namespaceSelector: { matchLabels: { a: 'b c' } }, objectSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
  'no client': hook({ clientConfig: {} }),
  'two clients': hook({ clientConfig: { ...HOOK.clientConfig, url: 'https://example.com' } }),
  'a URL': hook({ clientConfig: { url: 'https://example.com' } }),
  'a service without a name': hook({ clientConfig: { service: { namespace: 'b' } } }),
  'a service without a namespace': hook({ clientConfig: { service: { name: 'a' } } }),
  'a port too high': hook({ clientConfig: { service: { name: 'a', namespace: 'b', port: 65536 } } }),
  'no versions of reviews': hook({ admissionReviewVersions: [] }),
  'no known version of reviews': hook({ admissionReviewVersions: ['v2'] }),
  'versions of reviews that are none': hook({ admissionReviewVersions: ['v1', 'V1', 'v1'] }),
});

const MATCH = { resourceRules: [RULE] };
const validating = { spec: { matchConstraints: MATCH, validations: [{ expression: 'true' }] } };
const mutating = { spec: { matchConstraints: MATCH, reinvocationPolicy: 'Never', mutations: [{ patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "test", path: "/spec/replicas", value: 1}]' } }] } };
const match = (fields: object) => spec({ matchConstraints: { ...MATCH, ...fields } });
const policies = (kind: string, minimal: object): Case[] => casesOf(ADMISSION, kind, minimal, {
  ...Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, match({ resourceRules: [{ ...RULE, ...rule }] })])),
  'no match constraints': spec({ matchConstraints: undefined }),
  'no rules': match({ resourceRules: [] }),
  'no content': spec({ validations: undefined, mutations: undefined }),
  'no reinvocation policy': spec({ reinvocationPolicy: undefined }),
  'other policies': spec({ failurePolicy: 'No', matchConstraints: { ...MATCH, matchPolicy: 'No' } }),
  'names of resources': match({ resourceRules: [{ ...RULE, resourceNames: ['a', 'a', 'b/c'] }] }),
  'deletions': match({ resourceRules: [{ ...RULE, operations: ['DELETE'] }] }),
  'excluded deletions': match({ excludeResourceRules: [{ ...RULE, operations: ['DELETE'] }] }),
  'bad selectors': match({ namespaceSelector: { matchLabels: { a: 'b c' } }, objectSelector: { matchLabels: { 'a b': 'c' } } }),
  'parameters': spec({ paramKind: { apiVersion: 'example.com/v1', kind: 'Limit' } }),
  'no parameters': spec({ paramKind: {} }),
  'bad parameters': spec({ paramKind: { apiVersion: 'a/b/c', kind: 'A b' } }),
  'parameters of a bad group': spec({ paramKind: { apiVersion: 'A/v1', kind: 'Limit' } }),
  'parameters without a version': spec({ paramKind: { apiVersion: 'a/', kind: 'Limit' } }),
});
const bindings = (kind: string, minimal: object): Case[] => casesOf(ADMISSION, kind, { spec: { policyName: 'a', ...minimal } }, {
  'no policy': spec({ policyName: undefined }),
  'a bad name of the policy': spec({ policyName: 'A' }),
  'match resources': spec({ matchResources: MATCH }),
  'deletions': spec({ matchResources: { resourceRules: [{ ...RULE, operations: ['DELETE'] }] } }),
  'parameters': spec({ paramRef: { name: 'a', parameterNotFoundAction: 'Deny' } }),
  'no parameters': spec({ paramRef: {} }),
  'a bad name of parameters': spec({ paramRef: { name: 'a/b', parameterNotFoundAction: 'No' } }),
  'parameters by name and by labels': spec({ paramRef: { name: 'a', selector: {}, parameterNotFoundAction: 'Allow' } }),
});

const NAMES = { kind: 'Foo', plural: 'foos' };
const VERSION = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } };
const definitions = casesOf('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
  metadata: { name: 'foos.example.com' }, spec: { group: 'example.com', scope: 'Namespaced', names: NAMES, versions: [VERSION] },
}, {
  'another name': named('foo.example.com'),
  'a prefix': prefixed('foos.example.com'),
  'no group': spec({ group: undefined }),
  'a group without a dot': spec({ group: 'example' }),
  'a bad group': spec({ group: 'Example.com' }),
  'no scope': spec({ scope: undefined }),
  'another scope': spec({ scope: 'Global' }),
  'no names': spec({ names: {} }),
  'bad names': spec({ names: { kind: 'F oo', plural: 'Foos', singular: '1', listKind: 'F oo', shortNames: ['', 'F'], categories: ['A'] } }),
  'other names': spec({ names: { ...NAMES, singular: 'foo', listKind: 'Foos', shortNames: ['fo'], categories: ['all'] } }),
  'no versions': spec({ versions: [] }),
  'a bad version': spec({ versions: [{ ...VERSION, name: '1' }] }),
  'no schema': spec({ versions: [{ ...VERSION, schema: undefined }] }),
  'no stored version': spec({ versions: [{ ...VERSION, storage: false }] }),
  'a version twice': spec({ versions: [VERSION, VERSION] }),
  'two versions': spec({ versions: [VERSION, { ...VERSION, name: 'v2', storage: false }] }),
  'conversion by a service': spec({ conversion: { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'], clientConfig: { service: { name: 'a', namespace: 'b' } } } } }),
});

const services = casesOf('apiregistration.k8s.io/v1', 'APIService', {
  metadata: { name: 'v1.example.com' },
  spec: { group: 'example.com', version: 'v1', groupPriorityMinimum: 100, versionPriority: 10, service: { name: 'a', namespace: 'b' } },
}, {
  'another name': named('v2.example.com'),
  'a prefix': prefixed('v1.example.com'),
  'no group': spec({ group: undefined, version: 'v2' }),
  'a bad group': spec({ group: 'A' }),
  'a bad version': spec({ version: '1' }),
  'no priorities': spec({ groupPriorityMinimum: 0, versionPriority: 0 }),
  'the highest priorities': spec({ groupPriorityMinimum: 20000, versionPriority: 1000 }),
  'priorities too high': spec({ groupPriorityMinimum: 20001, versionPriority: 1001 }),
  'no service': spec({ service: undefined }),
  'no service, but TLS': spec({ service: undefined, caBundle: 'AAEC', insecureSkipTLSVerify: true }),
  'an empty service': spec({ service: {} }),
  'a port too high': spec({ service: { name: 'a', namespace: 'b', port: 65536 } }),
  'a bundle that is not used': spec({ caBundle: 'AAEC', insecureSkipTLSVerify: true }),
});

const involved = { kind: 'Pod', name: 'a' };
const events = casesOf('v1', 'Event', { involvedObject: involved }, {
  'about an object of another namespace': { involvedObject: { ...involved, namespace: 'shop' } },
  'about an object of the cluster': { metadata: { name: 'web', namespace: 'shop' } },
  'of the new form': { eventTime: '2020-01-01T00:00:00.000000Z', reportingComponent: 'a.b/c', reportingInstance: 'a', action: 'a', reason: 'a' },
  'of the new form about another namespace': {
    involvedObject: { ...involved, namespace: 'shop' }, eventTime: '2020-01-01T00:00:00.000000Z', reportingComponent: 'a.b/c', reportingInstance: 'a', action: 'a', reason: 'a',
  },
});
const addresses = casesOf('networking.k8s.io/v1', 'IPAddress', { metadata: { name: '10.0.0.1' }, spec: { parentRef: { resource: 'services', name: 'a', namespace: 'b' } } }, {
  'a name that is no address': named('web'),
  'a name of another form': named('2001:0db8::1'),
  'of the other family': named('2001:db8::1'),
  'a prefix': prefixed('10.0.0.'),
  'no parent': { spec: {} },
  'an empty parent': { spec: { parentRef: {} } },
  'a bad parent': { spec: { parentRef: { group: 'A', resource: 'a/b', name: 'a/b', namespace: 'a/b' } } },
});
const ranges = casesOf('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs: ['10.1.0.0/16'] } }, {
  'none': { spec: { cidrs: [] } },
  'no range': { spec: { cidrs: ['10.1.0.0'] } },
  'a range of another form': { spec: { cidrs: ['10.1.0.1/16'] } },
  'two families': { spec: { cidrs: ['10.1.0.0/16', '2001:db8::/64'] } },
  'one family twice': { spec: { cidrs: ['10.1.0.0/16', '10.2.0.0/16'] } },
  'three': { spec: { cidrs: ['10.1.0.0/16', '2001:db8::/64', '10.2.0.0/16'] } },
});
const attachments = casesOf('storage.k8s.io/v1', 'VolumeAttachment', { spec: { attacher: 'csi.example.com', nodeName: 'a', source: { persistentVolumeName: 'pv' } } }, {
  'no source': spec({ source: {} }),
  'two sources': spec({ source: { persistentVolumeName: 'pv', inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, csi: { driver: 'a', volumeHandle: 'b' } } } }),
});
const migrations = casesOf('storagemigration.k8s.io/v1', 'StorageVersionMigration', { spec: { resource: { group: 'apps', resource: 'deployments' } } }, {
  'no resource': { spec: { resource: { group: 'apps' } } },
  'of the core group': { spec: { resource: { resource: 'pods' } } },
  'a bad resource': { spec: { resource: { group: 'A', resource: 'A' } } },
});

const LIMITED = { type: 'Limited', limited: { limitResponse: { type: 'Queue', queuing: {} } } };
const levels = casesOf('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', { spec: LIMITED }, {
  'exempt': { metadata: { name: 'exempt' }, spec: { type: 'Exempt', exempt: {} } },
  'exempt by another name': { spec: { type: 'Exempt' } },
  'no type': { spec: {} },
  'another type': { spec: { type: 'Half' } },
  'limited without limits': { spec: { type: 'Limited' } },
  'limited and exempt': { spec: { ...LIMITED, exempt: {} } },
  'exempt and limited': { metadata: { name: 'exempt' }, spec: { ...LIMITED, type: 'Exempt' } },
});
const flows = casesOf('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', { spec: { priorityLevelConfiguration: { name: 'a' } } }, {
  'a precedence': spec({ matchingPrecedence: 5 }),
});

const certificates = [
  ...casesOf('certificates.k8s.io/v1', 'CertificateSigningRequest', { spec: { request: base64(REQUEST), signerName: 'example.com/a', usages: ['client auth'] } }, {
    'no usages': spec({ usages: [] }),
    'a request that is none': spec({ request: base64('x') }),
    'a certificate': spec({ request: base64(CERTIFICATE) }),
    'a request with text around it': spec({ request: base64(`a\n${REQUEST}\nb`) }),
    'a request without content': spec({ request: base64('-----BEGIN CERTIFICATE REQUEST-----\nAAEC\n-----END CERTIFICATE REQUEST-----') }),
  }),
  ...casesOf('certificates.k8s.io/v1', 'ClusterTrustBundle', { spec: { trustBundle: CERTIFICATE } }, {
    'of a signer': { metadata: { name: 'example.com:a:b' }, spec: { signerName: 'example.com/a', trustBundle: CERTIFICATE } },
    'of a signer by another name': { spec: { signerName: 'example.com/a', trustBundle: CERTIFICATE } },
    'a name with a colon': named('a:b'),
    'no certificate': { spec: { trustBundle: 'x' } },
    'a certificate between texts': { spec: { trustBundle: `a\n${CERTIFICATE}\nb` } },
    'something else': { spec: { trustBundle: REQUEST } },
  }),
  ...casesOf('certificates.k8s.io/v1', 'PodCertificateRequest', {
    spec: {
      signerName: 'example.com/a',
      podName: 'a',
      podUID: 'a',
      serviceAccountName: 'a',
      serviceAccountUID: 'a',
      nodeName: 'a',
      nodeUID: 'a',
      maxExpirationSeconds: 86400,
      stubPKCS10Request: STUB,
    },
  }, {
    'a request that is none': spec({ stubPKCS10Request: 'AAEC' }),
  }),
];

export const cases: Case[] = [
  ...webhooks('ValidatingWebhookConfiguration'),
  ...webhooks('MutatingWebhookConfiguration'),
  ...policies('ValidatingAdmissionPolicy', validating),
  ...policies('MutatingAdmissionPolicy', mutating),
  ...bindings('ValidatingAdmissionPolicyBinding', { validationActions: ['Deny'] }),
  ...bindings('MutatingAdmissionPolicyBinding', {}),
  ...casesOf(ADMISSION, 'ValidatingAdmissionPolicyBinding', { spec: { policyName: 'a', validationActions: ['Deny'] } }, {
    'no actions': spec({ validationActions: [] }),
    'other actions': spec({ validationActions: ['Deny', 'Warn', 'Deny', 'No'] }),
  }).slice(1),
  ...definitions, ...services, ...events, ...addresses, ...ranges, ...attachments, ...migrations, ...levels, ...flows, ...certificates,
];
