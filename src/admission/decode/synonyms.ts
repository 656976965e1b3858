/** What to write for names that people use instead of a field, mostly those of cdk8s-plus and Docker Compose; by type. */
const SYNONYMS: { readonly [type: string]: { readonly [name: string]: string } } = {
  Container: {
    port: 'ports: [{ containerPort: … }]',
    portNumber: 'ports: [{ containerPort: … }]',
    envVariables: 'env',
    environment: 'env',
    envVars: 'env',
    entrypoint: 'command',
    arguments: 'args',
    liveness: 'livenessProbe',
    readiness: 'readinessProbe',
    startup: 'startupProbe',
    healthcheck: 'livenessProbe',
    volumes: 'volumeMounts',
    mounts: 'volumeMounts',
    pullPolicy: 'imagePullPolicy',
    limits: 'resources: { limits: … }',
    requests: 'resources: { requests: … }',
    privileged: 'securityContext: { privileged: … }',
    capabilities: 'securityContext: { capabilities: … }',
    readOnlyRootFilesystem: 'securityContext: { readOnlyRootFilesystem: … }',
    preStop: 'lifecycle: { preStop: … }',
    postStart: 'lifecycle: { postStart: … }',
  },
  SecurityContext: {
    ensureNonRoot: 'runAsNonRoot',
    user: 'runAsUser',
    group: 'runAsGroup',
  },
  PodSecurityContext: {
    ensureNonRoot: 'runAsNonRoot',
    user: 'runAsUser',
    group: 'runAsGroup',
  },
  PodSpec: {
    dockerRegistryAuth: 'imagePullSecrets',
    pullSecrets: 'imagePullSecrets',
    terminationGracePeriod: 'terminationGracePeriodSeconds',
    gracePeriod: 'terminationGracePeriodSeconds',
    dns: 'dnsPolicy and dnsConfig',
    priorityClass: 'priorityClassName',
    runtimeClass: 'runtimeClassName',
    topologySpread: 'topologySpreadConstraints',
    network: 'hostNetwork',
    podMetadata: 'metadata of the pod template',
  },
  DeploymentSpec: {
    podMetadata: 'template: { metadata: … }',
    minReady: 'minReadySeconds',
    progressDeadline: 'progressDeadlineSeconds',
    updateStrategy: 'strategy',
  },
  StatefulSetSpec: { podMetadata: 'template: { metadata: … }', minReady: 'minReadySeconds', strategy: 'updateStrategy', service: 'serviceName', volumeClaims: 'volumeClaimTemplates' },
  DaemonSetSpec: { podMetadata: 'template: { metadata: … }', minReady: 'minReadySeconds', strategy: 'updateStrategy' },
  JobSpec: { podMetadata: 'template: { metadata: … }', activeDeadline: 'activeDeadlineSeconds', ttlAfterFinished: 'ttlSecondsAfterFinished', retries: 'backoffLimit' },
  CronJobSpec: {
    startingDeadline: 'startingDeadlineSeconds',
    successfulJobsRetained: 'successfulJobsHistoryLimit',
    failedJobsRetained: 'failedJobsHistoryLimit',
    timezone: 'timeZone',
    cron: 'schedule',
  },
  ServiceSpec: { serviceType: 'type', port: 'ports: [{ port: … }]' },
  ResourceRequirements: { request: 'requests', limit: 'limits', cpu: 'requests: { cpu: … }', memory: 'requests: { memory: … }' },
  VolumeMount: { path: 'mountPath', readonly: 'readOnly', volume: 'name' },
  Probe: { timeout: 'timeoutSeconds', period: 'periodSeconds', interval: 'periodSeconds', retries: 'failureThreshold', initialDelay: 'initialDelaySeconds', http: 'httpGet', tcp: 'tcpSocket' },
};

/** What to write for a name that a type does not have, if people often mean something else by it. */
export function synonymOf(type: string, name: string): string | undefined {
  if (type === 'LabelSelector') {
    return /^match/i.test(name) ? undefined : `matchLabels: { '${name}': … }`;
  }
  const names = Object.hasOwn(SYNONYMS, type) ? SYNONYMS[type] : {};
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
