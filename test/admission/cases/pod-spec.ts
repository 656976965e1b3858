import { Case, container, deploymentCases, podCases } from './base';

const claim = (fields: object) => ({ resourceClaims: [{ name: 'gpu', ...fields }] });
const ofPod = (resources: object, ofContainer: object = {}) => ({ resources, containers: [container({ resources: ofContainer })] });

export const cases: Case[] = [
  ...podCases({
    'the smallest pod': {},
    'no spec': (pod) => delete pod.spec,
    'no containers': { containers: [] },
    'restart policies: OnFailure': { restartPolicy: 'OnFailure' },
    'restart policies: Never': { restartPolicy: 'Never' },
    'restart policies: another': { restartPolicy: 'Sometimes' },
    'restart policies: empty is the default': { restartPolicy: '' },
    'deadline of 1': { activeDeadlineSeconds: 1 },
    'deadline of 0': { activeDeadlineSeconds: 0 },
    'deadline of 2^31 - 1': { activeDeadlineSeconds: 2147483647 },
    'deadline of 2^31': { activeDeadlineSeconds: 2147483648 },
    'grace period below 0 becomes 1': { terminationGracePeriodSeconds: -5 },
    'hostname': { hostname: 'web-1' },
    'hostname with a dot': { hostname: 'web.1' },
    'hostname of 64 letters': { hostname: 'a'.repeat(64) },
    'subdomain': { subdomain: 'web' },
    'subdomain with a capital': { subdomain: 'Web' },
    'node name': { nodeName: 'node-1.example.com' },
    'node name with a capital': { nodeName: 'Node' },
    'service account with an underscore': { serviceAccountName: 'a_b' },
    'old field of the service account': { serviceAccount: 'a_b' },
    'both fields of the service account': { serviceAccount: 'A', serviceAccountName: 'b' },
    'priority class with an underscore': { priorityClassName: 'a_b' },
    'runtime class': { runtimeClassName: 'gvisor' },
    'runtime class with an underscore': { runtimeClassName: 'a_b' },
    'runtime class without a name': { runtimeClassName: '' },
    'node selector': { nodeSelector: { 'kubernetes.io/os': 'linux' } },
    'node selector with a bad key': { nodeSelector: { 'a b': 'linux' } },
    'node selector with a bad value': { nodeSelector: { os: 'a b' } },
    'image with space around it': { containers: [container({ image: ' image:1' })] },
    'image of an init container with space around it': { initContainers: [container({ name: 'init', image: 'image:1\u0085' })] },
    'image with a byte order mark': { containers: [container({ image: '\ufeffimage:1' })] },
    'image of an ephemeral container with space around it': { ephemeralContainers: [{ name: 'debug', image: 'image:1 ' }] },
    'ephemeral containers in a new pod': { ephemeralContainers: [{ name: 'debug', image: 'image:1' }] },
    'readiness gate': { readinessGates: [{ conditionType: 'example.com/ready' }] },
    'readiness gate with a bad type': { readinessGates: [{ conditionType: 'a b' }, {}] },
    'scheduling gate': { schedulingGates: [{ name: 'example.com/wait' }] },
    'scheduling gate with a bad name': { schedulingGates: [{ name: 'a b' }, { name: '' }] },
    'scheduling gate twice': { schedulingGates: [{ name: 'a' }, { name: 'a' }] },
    'scheduling gate with a node': { schedulingGates: [{ name: 'a' }], nodeName: 'node' },
    'image pull secrets': { imagePullSecrets: [{ name: 'a' }, { name: 'B B' }] },

    'claim by name': claim({ resourceClaimName: 'a' }),
    'claim from a template': claim({ resourceClaimTemplateName: 'a' }),
    'claim with both sources': claim({ resourceClaimName: 'a', resourceClaimTemplateName: 'b' }),
    'claim without a source': claim({}),
    'claim without a name': claim({ name: '', resourceClaimName: 'a' }),
    'claim with a bad name': claim({ name: 'a.b', resourceClaimName: 'a' }),
    'claims with bad sources': { resourceClaims: [{ name: 'a', resourceClaimName: 'a_b' }, { name: 'b', resourceClaimTemplateName: '' }] },
    'claim twice': { resourceClaims: [{ name: 'a', resourceClaimName: 'a' }, { name: 'a', resourceClaimName: 'b' }] },
    'claims of a mirror pod': (pod) => {
      pod.metadata.annotations = { 'kubernetes.io/config.mirror': 'x' };
      Object.assign(pod.spec, { nodeName: 'node' }, claim({ resourceClaimName: 'a' }));
    },

    'pod resources': ofPod({ requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2' } }),
    'pod resources that a pod cannot have': ofPod({ requests: { 'ephemeral-storage': '1Gi', 'example.com/gpu': '1', 'pods': '500m', 'a': '1', 'a b': '1' } }),
    'pod resources below 0': ofPod({ limits: { cpu: '-1' } }),
    'pod request above limit': ofPod({ requests: { memory: '2Gi' }, limits: { memory: '1Gi' } }),
    'pod request less than of containers': ofPod({ requests: { cpu: '1' } }, { requests: { cpu: '1100m' } }),
    'pod request as much as of containers': ofPod({ requests: { cpu: '1' } }, { requests: { cpu: '1000m' } }),
    'pod request less than of sidecar and init container': {
      resources: { requests: { cpu: '3' } },
      initContainers: [
        container({ name: 'side', restartPolicy: 'Always', resources: { requests: { cpu: '1' } } }),
        container({ name: 'init', resources: { requests: { cpu: '2500m' } } }),
      ],
    },
    'pod request for an init container before its sidecar': {
      resources: { requests: { cpu: '2500m' } },
      initContainers: [
        container({ name: 'init', resources: { requests: { cpu: '2500m' } } }),
        container({ name: 'side', restartPolicy: 'Always', resources: { requests: { cpu: '1' } } }),
      ],
    },
    'pod limit less than of a container': ofPod({ limits: { cpu: '1', memory: '1Gi' } }, { limits: { cpu: '2', memory: '1Gi' } }),
    'pod limit less than of the second container': {
      resources: { limits: { cpu: '1' } }, containers: [container(), container({ name: 'second', resources: { limits: { cpu: '2' } } })],
    },
    'pod limits count no init container': {
      resources: { limits: { cpu: '1' } }, initContainers: [container({ name: 'init', resources: { limits: { cpu: '2' }, requests: { cpu: '1' } } })],
    },
    'huge pages of a pod': ofPod({ limits: { 'hugepages-2Mi': '4Mi', 'cpu': '1' } }, { limits: { 'hugepages-2Mi': '4Mi' } }),
    'fewer huge pages than containers have': ofPod({ limits: { 'hugepages-2Mi': '2Mi', 'cpu': '1' } }, { limits: { 'hugepages-2Mi': '4Mi' } }),
    'huge pages of a pod alone': ofPod({ limits: { 'hugepages-2Mi': '2Mi' } }),
    'claims of pod resources': ofPod({ claims: [{ name: 'a' }], limits: { cpu: '1' } }),
    'empty claims of pod resources': ofPod({ claims: [], limits: { cpu: '1' } }),
    'pod resources on windows': { os: { name: 'windows' }, resources: { limits: { cpuu: '1' } } },
    'empty pod resources on windows': { os: { name: 'windows' }, resources: {} },

    'a variable from a file': {
      volumes: [{ name: 'v', emptyDir: {} }],
      containers: [container({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } }] })],
    },
    'a variable from a file of no volume': {
      containers: [container({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } }] })],
    },
    'variables from files without names': {
      volumes: [{ emptyDir: {} }],
      containers: [container(), container({ name: 'second', env: [{ name: 'A', valueFrom: { fileKeyRef: { path: 'p', key: 'k' } } }] })],
    },
    'a variable from a file of another volume': {
      volumes: [{ name: 'v', configMap: { name: 'c' } }],
      initContainers: [container({ name: 'i', env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } }] })],
    },
  }),
  ...deploymentCases({
    'no template': (deployment) => delete deployment.spec.template.spec,
    'image with space around it': { containers: [container({ image: ' image:1 ' })] },
    'ephemeral containers': { ephemeralContainers: [{ name: 'debug', image: 'image:1' }] },
    'scheduling gate with a node': { schedulingGates: [{ name: 'a' }], nodeName: 'node' },
    'preemption policy': { preemptionPolicy: 'Never' },
    'preemption policy: PreemptLowerPriority': { preemptionPolicy: 'PreemptLowerPriority' },
    'preemption policy: another': { preemptionPolicy: 'Sometimes' },
    'preemption policy: empty': { preemptionPolicy: '' },
    'priority': { priority: 5 },
    'overhead': { runtimeClassName: 'a', overhead: { cpu: '100m' } },
    'overhead below 0': { overhead: { cpu: '-1' } },
    'overhead of no resource': { overhead: { a: '1', b: '-1' } },
    'overhead of parts of pages': { overhead: { 'hugepages-2Mi': '3Mi' } },
    'old field of the service account': { serviceAccount: 'a_b' },
    'claim without a source': claim({}),
    'bad labels and annotations': (deployment) => {
      deployment.spec.template.metadata = { labels: { 'app': 'a', 'a b': 'c', 'd': '-' }, annotations: { 'e f': 'g' } };
    },
  }),
  {
    name: 'PodTemplate: names and template',
    manifest: { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'A' }, template: { spec: { hostname: 'B', containers: [container()] } } },
  },
  { name: 'PodTemplate: good', manifest: { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' }, template: { spec: { containers: [container()] } } } },
  { name: 'PodTemplate: nothing', manifest: { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' } } },
];
