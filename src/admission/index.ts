export type { Finding, FindingType, Severity } from './finding';
export type { PodSecurityLevel } from './pod-security/check';
export type { PodSecurity, PodSecurityViolation } from './pod-security/evaluate';
export { review } from './review';
export type { Coverage, Review } from './answer';
export type { ReviewOptions } from './options';
export { KUBERNETES_VERSIONS } from './version';
export type { KubernetesVersion } from './version';
export type { QosClass } from './stages/qos';
