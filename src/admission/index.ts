export { Finding, FindingType, Severity } from './finding';
export { PodSecurityLevel } from './pod-security/check';
export { PodSecurity, PodSecurityViolation } from './pod-security/evaluate';
export { review, Review } from './review';
export { ReviewOptions } from './review-options';
export { KUBERNETES_VERSIONS, KubernetesVersion } from './version';
export { QosClass } from '../insight/qos';
