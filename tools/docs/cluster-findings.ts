// What a review says with the facts of a cluster.
import type { CommandFinding } from './command-findings';

/** The findings of src/cluster; a test finds those that are missing. */
export const CLUSTER_FINDINGS: readonly CommandFinding[] = [
  { code: 'facts/no-object', message: 'Something in the facts is not an object with apiVersion, kind and a name.', fix: 'Write it as `kubectl get -o yaml` does, or remove it.' },
  { code: 'facts/twice', message: 'The facts have an object twice: the last one counts.', fix: 'Keep one of them.' },
  { code: 'limit-range/max', message: 'A container, pod or claim has more than a LimitRange allows, or no limit where it must have one.', fix: 'Set a lower limit or request.' },
  { code: 'limit-range/min', message: 'A container, pod or claim has less than a LimitRange requires, or no request.', fix: 'Set a higher request.' },
  { code: 'limit-range/ratio', message: 'A limit is more times the request than a LimitRange allows, or one of the two is missing.', fix: 'Raise the request, or lower the limit.' },
  { code: 'namespace/not-found', message: 'The namespace does not exist in the cluster, and no object before this one creates it.', fix: 'Create the Namespace first, or correct `metadata.namespace`.' },
  { code: 'namespace/terminating', message: 'The namespace is being deleted: nothing can be created in it.', fix: 'Wait until it is gone and create it again, or use another namespace.' },
  { code: 'persistent-volume-claim/no-expansion', message: 'A claim cannot grow: its StorageClass does not exist or does not allow it.', fix: 'Keep the size, or set `allowVolumeExpansion: true` in the class.' },
  { code: 'pod-security/warned', message: 'A pod or template violates the Pod Security level that its namespace warns of. The server accepts it with a warning.', fix: 'Correct the pod or the template.' },
  { code: 'priority/class-not-found', message: 'The PriorityClass does not exist in the cluster.', fix: 'Create the class first, or name one that exists.' },
  { code: 'priority/second-default', message: 'Another PriorityClass is the global default already.', fix: 'Remove `globalDefault`.' },
  { code: 'resource-quota/exceeded', message: 'A ResourceQuota does not have enough left. Of the pods of a workload, the message says how many fit.', fix: 'Request less, or raise the quota.' },
  { code: 'resource-quota/not-set', message: 'A container does not set a request or limit that a ResourceQuota limits.', fix: 'Set it, or give the namespace a LimitRange with a default.' },
  { code: 'resource-quota/unknown-use', message: 'The status of a ResourceQuota does not say how much is used: the server refuses until it knows.', fix: 'Wait until the cluster has counted it.' },
  { code: 'runtime-class/not-found', message: 'The RuntimeClass does not exist in the cluster.', fix: 'Create the class first, or name one that exists.' },
  { code: 'runtime-class/other-node-selector', message: '`nodeSelector` has another value for a label than the RuntimeClass requires.', fix: 'Remove the label from `nodeSelector`.' },
  { code: 'runtime-class/other-overhead', message: '`overhead` is not that of the RuntimeClass.', fix: 'Remove `overhead`: the server takes it from the class.' },
  { code: 'service-account/not-found', message: 'The ServiceAccount does not exist in the namespace.', fix: 'Create the account first, or name one that exists.' },
  { code: 'service-account/secret-not-mountable', message: 'The pod uses a Secret that its account does not list, and the account allows only those.', fix: 'Add the Secret to the account, or use another account.' },
];
