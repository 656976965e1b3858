// What kwok does with the pods of its nodes, as its configuration says it: they run after a moment, and stop after one.

/** Long enough for a rollout to be watched. */
const START_MS = 600;
const STOP_MS = 300;

const DELETED = { key: '.metadata.deletionTimestamp' };

const READY = `
conditions:
- type: Ready
  status: "True"
  reason: KubeletReady
  lastHeartbeatTime: {{ Now | Quote }}
  lastTransitionTime: {{ Now | Quote }}
`;

/** A pod of which all containers have started and are ready; init containers have ended. */
const RUNNING = `
{{ $now := Now }}
phase: Running
startTime: {{ $now | Quote }}
conditions:
{{ range $type := list "Initialized" "ContainersReady" "Ready" }}
- type: {{ $type }}
  status: "True"
  lastTransitionTime: {{ $now | Quote }}
{{ end }}
{{ range .spec.readinessGates }}
- type: {{ .conditionType | Quote }}
  status: "True"
  lastTransitionTime: {{ $now | Quote }}
{{ end }}
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  restartCount: 0
  state:
    running:
      startedAt: {{ $now | Quote }}
{{ end }}
`;

/** The documents of a configuration for kwok. */
export function stages(): string {
  return [
    stage('node', 'Node', [{ key: '.status.conditions.[] | select( .type == "Ready" ) | .status', operator: 'NotIn', values: ['True'] }], 0, { statusTemplate: READY }),
    stage('pod-start', 'Pod', [{ ...DELETED, operator: 'DoesNotExist' }, { key: '.status.phase', operator: 'In', values: ['Pending'] }], START_MS, { statusTemplate: RUNNING }),
    stage('pod-stop', 'Pod', [{ ...DELETED, operator: 'Exists' }], STOP_MS, { delete: true }),
  ].map((document) => JSON.stringify(document)).join('\n---\n');
}

function stage(name: string, kind: string, matchExpressions: readonly object[], durationMilliseconds: number, next: object): object {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: { resourceRef: { apiGroup: 'v1', kind }, selector: { matchExpressions }, delay: { durationMilliseconds }, next },
  };
}
