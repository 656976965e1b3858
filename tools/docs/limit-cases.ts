// Manifests that cannot be recorded cases: they are not JSON, or the finding is not the server's.

/** A manifest that is not among the cases of test/admission. */
export interface LimitCase {
  readonly manifest: object;
  readonly versions?: readonly string[];
}

const pod = (container: object, metadata: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...metadata },
  spec: { containers: [{ name: 'app', image: 'app:1', ...container }] },
});

/** Additional manifests for the pages of findings. */
export const LIMIT_CASES: readonly LimitCase[] = [
  { manifest: pod({ env: [{ name: 'URL', value: 'http://$(HOST)' }, { name: 'HOST', value: 'db' }] }) },
  { manifest: pod({ env: [{ name: 'DB_PASSWORD', value: 'changeme' }] }) },
  { manifest: [] },
  { manifest: pod({ env: [{ name: 'TOKEN', value: 'a\0b' }] }) },
  { manifest: pod({ env: [{ name: 'NAME', value: 'web-[object Object]' }] }) },
  { manifest: pod({ workingDir: 'app' }) },
  { manifest: pod({ env: [{ name: 'MEMORY', valueFrom: { resourceFieldRef: { resource: 'limits.memory', containerName: 'web' } } }] }) },
  { manifest: pod({ image: 'https://registry.example.com/web:1' }) },
];

/** Codes that no manifest reaches with the server's default settings, with the reason. */
export const UNREACHED: { readonly [code: string]: string } = {
  'advice/autoscaled-replicas': 'only at synth, of a HorizontalPodAutoscaler that is given its workload: that sets replicas too, which every apply resets',
  'advice/autoscaler-without-requests': 'only at synth, of a HorizontalPodAutoscaler that is given its workload: a container lacks the request that a share is of',
  'advice/service-target-port': 'only at synth, of a Service with selectorFor: no selected container declares the port of one without targetPort',
  'decode/cycle': 'a value that contains itself, or a List that does: JavaScript has it, JSON and YAML have not',
  'decode/not-json': 'a value that JSON cannot say, such as a function, a Date or NaN',
  'decode/too-deep': 'more than 10,000 levels',
  'decode/too-large': 'more values than a request that the server takes can have',
  'decode/too-many-errors': 'the last finding where decoding ends after very many',
  'review/advice': 'the option advice of a review is neither true nor false',
  'review/cluster': 'the option cluster of a review is not what clusterFacts() or clusterSession() returns',
  'review/fault': 'a bug in the review itself: please report it',
  'review/kubernetes-version': 'the option kubernetesVersion of a review is not a supported minor',
  'review/pod-security': 'the option podSecurity of a review is not a level of the Pod Security Standards',
  'review/subresource': 'the option subresource of an update is not a subresource, or not one of the kind',
  'review/unknown-option': 'a review was given an option that it does not have',
  'update/old-unreadable': 'the old object decodes, and is one that the server cannot store',
  'volumes/source-required': 'the server makes a volume without a source an emptyDir before it looks',
  'volumes/image-pull-policy-required': 'the server fills in the pull policy before it looks',
};

/** Codes about fields that every supported minor drops unless a feature gate is on. */
export const GATED: { readonly [code: string]: string } = Object.fromEntries([
  ...['name-and-signer', 'path', 'bundle-name-required', 'bundle-name', 'selector-with-name']
    .map((name) => [`projected/${name}`, 'ClusterTrustBundleProjection']),
  ...['certificate-expiration', 'annotation-key-required', 'annotation-key', 'annotations-length']
    .map((name) => [`projected/${name}`, 'PodCertificateRequest']),
  ...['form', 'domain-length', 'domain', 'domain-parts', 'name', 'length']
    .map((name) => [`signer-name/${name}`, 'ClusterTrustBundleProjection or PodCertificateRequest']),
]);
