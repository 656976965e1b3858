export type { Finding, FindingType, Severity } from './finding';
export type { PodSecurityLevel } from './pod-security/check';
export type { PodSecurity, PodSecurityViolation } from './pod-security/evaluate';
export { review } from './review';
export { reviewUpdate } from './update';
export type { UpdateOptions } from './update';
export type { Coverage, Review } from './answer';
export type { Cluster } from './cluster';
export type { ReviewOptions } from './options';
export { KUBERNETES_VERSIONS } from './version';
export type { KubernetesVersion } from './version';
export type { QosClass } from './stages/qos';
/**
 * For the rooms that answer about manifests with errors too: this module is one file, and its parts are not in the package.
 *
 * @internal
 */
export { repair as repairManifest } from './decode/repair';
/**
 * For the comparison of manifests, which needs the old object as it is stored, without a decision on it, and reads it once for all that follows.
 *
 * @internal
 */
export { storedForm } from './stored-form';
export type { StoredForm } from './stored-form';
export { reviewReplacement } from './update';
