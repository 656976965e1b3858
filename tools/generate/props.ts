/** A field of a props struct that differs from the API's struct. */
export interface Override {
  /** The TypeScript type, if it is not the API's. */
  readonly type?: string;
  /** The description, if the API's fact does not fit. */
  readonly says?: string;
  readonly required?: boolean;
  /** The default, if it is not the API's; `false`: none. */
  readonly default?: string | false;
  /** Values that the type still allows, documented instead of the API's. */
  readonly values?: readonly string[];
}

/** One struct of src/constructs/generated/props.ts. */
export interface PropsConfig {
  readonly name: string;
  readonly doc: string;
  /** The API type whose fields the struct has. */
  readonly base?: string;
  /** Another props struct to take base, omissions and overrides from. */
  readonly like?: string;
  /** Another props struct to extend. */
  readonly extends?: string;
  /** Fields that the struct omits; a struct that extends it may add them again. */
  readonly omit?: readonly string[];
  /**
   * Fields that the API never accepts here, with the reason: their type is `undefined`, so that an object variable cannot contain them
   * either. Hidden from jsii, which has no such type.
   */
  readonly refuse?: { readonly [field: string]: string };
  readonly override?: { readonly [field: string]: Override };
  /** Fields that are not in the base; they come first in the struct. */
  readonly own?: { readonly [field: string]: Override & { readonly type: string; readonly says: string } };
}

const METADATA = {
  metadata: { type: 'k8s.ObjectMeta', says: 'Name, namespace, labels, annotations and other metadata of the object.' },
};

const TEMPLATE_METADATA = {
  metadata: { type: 'k8s.ObjectMeta', says: 'Labels, annotations and other metadata of the objects made from the template.' },
};

const NAME = (what: string) => ({
  name: { type: 'string', says: `Name of the ${what}, a DNS label that no other container of the pod has.`, required: true },
});

const CONTAINER_OVERRIDES: { readonly [field: string]: Override } = {
  env: {
    type: '{ [name: string]: string | k8s.EnvVarSource } | k8s.EnvVar[]',
    says: 'Environment variables in their order: a map from name to value or source, or the API\'s list.',
  },
  volumeMounts: {
    type: '(k8s.VolumeMount | VolumeMount)[]',
    says: 'Where volumes are mounted: what `Volume.mount()` returns, which also adds the volume to the pod, or the API\'s own form.',
  },
  volumeDevices: {
    type: '(k8s.VolumeDevice | VolumeDevice)[]',
    says: 'Block devices: what `Volume.device()` returns, which also adds the volume to the pod, or the API\'s own form.',
  },
};

const refused = (why: string, ...fields: string[]): { [field: string]: string } => Object.fromEntries(fields.map((field) => [field, why]));

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

const WORKLOAD_TEMPLATE: Override = { type: 'PodTemplateProps', says: 'The pods to make: `metadata` and the fields of the pod\'s spec.', required: false };

const SELECTOR: Override = {
  required: false,
  says: 'Which pods belong to it; must match the template\'s labels and cannot be changed later.',
  default: 'selects by a label of its own, which is put on the template',
};

const JOB_TEMPLATE: Override = { type: 'JobPodTemplateProps', says: 'The pods to run: `metadata` and the fields of the pod\'s spec.', required: true };

export const PROPS: readonly PropsConfig[] = [
  {
    name: 'ContainerProps',
    doc: 'Props of a container: the API\'s fields, except for its name, which is the construct\'s id.',
    base: 'Container',
    omit: ['name'],
    override: CONTAINER_OVERRIDES,
  },
  {
    name: 'InitContainerProps',
    doc: 'Props of an init container, which runs to its end before the next one starts: no probes and no lifecycle hooks.',
    like: 'ContainerProps',
    refuse: refused('an init container runs to completion and has no probes or lifecycle hooks; use Sidecar for one that keeps running', ...PROBES),
    override: {
      restartPolicy: {
        type: '\'Never\' | \'OnFailure\'',
        values: ['Never', 'OnFailure'],
        says: 'Whether it runs again after a failure, whatever the pod says; needs `ContainerRestartRules` (on since 1.35).',
      },
    },
  },
  {
    name: 'SidecarProps',
    doc: 'Props of a sidecar: an init container that restarts always and keeps running beside the pod\'s containers.',
    like: 'ContainerProps',
    omit: ['restartPolicy'],
    override: { restartPolicyRules: { says: 'Rules by exit code; for sidecars the server takes them since 1.36.' } },
  },
  {
    name: 'EphemeralContainerProps',
    doc: 'Props of an ephemeral container, which is added to a running pod: no ports, probes, lifecycle hooks or resources.',
    base: 'EphemeralContainer',
    omit: ['name'],
    refuse: refused('an ephemeral container cannot have it', 'ports', ...PROBES, 'resources', 'resizePolicy', 'restartPolicy', 'restartPolicyRules'),
    override: CONTAINER_OVERRIDES,
  },
  { name: 'ContainerLiteral', doc: 'A container written in the props of its pod.', extends: 'ContainerProps', own: NAME('container') },
  { name: 'InitContainerLiteral', doc: 'An init container written in the props of its pod.', extends: 'InitContainerProps', own: NAME('init container') },
  {
    name: 'SidecarLiteral',
    doc: 'A sidecar written in the props of its pod.',
    extends: 'SidecarProps',
    own: {
      ...NAME('sidecar'),
      restartPolicy: { type: '\'Always\'', says: 'Makes the init container a sidecar.', required: true },
    },
  },
  {
    name: 'PodProps',
    doc: 'Props of a pod: `metadata` and the fields of its spec.',
    base: 'PodSpec',
    own: METADATA,
    refuse: refused('ephemeral containers are added to a running pod; use EphemeralContainer', 'ephemeralContainers'),
    override: {
      containers: { type: 'ContainerLiteral[]', required: false, says: 'Containers; those made as constructs follow.' },
      initContainers: {
        type: '(InitContainerLiteral | SidecarLiteral)[]',
        says: 'Init containers and sidecars in the order of their start; those made as constructs follow.',
      },
      volumes: {
        type: '(k8s.Volume | Volume)[]',
        says: 'Volumes that containers may mount; a `Volume` that a container mounts is added without being named here.',
      },
      serviceAccountName: { type: 'string | INamed', says: 'The service account that the pod runs as: its name or the object.' },
      priorityClassName: { type: 'string | INamed', says: 'The priority class of the pod: its name or the object.' },
      runtimeClassName: { type: 'string | INamed', says: 'The runtime class that runs the pod: its name or the object.' },
      imagePullSecrets: {
        type: '(string | INamed | k8s.LocalObjectReference)[]',
        says: 'Secrets to pull images with: names, objects or the API\'s own form.',
      },
    },
  },
  {
    name: 'PodTemplateProps',
    doc: 'The pods of a workload that keeps them running: `metadata` and the fields of the pod\'s spec.',
    like: 'PodProps',
    own: TEMPLATE_METADATA,
    refuse: refused('only a Pod and the template of a Job can have a deadline', 'activeDeadlineSeconds'),
    override: { restartPolicy: { type: '\'Always\'', values: ['Always'] } },
  },
  {
    name: 'JobPodTemplateProps',
    doc: 'The pods of a job: `metadata` and the fields of the pod\'s spec, with a restart policy that lets them end.',
    like: 'PodProps',
    own: TEMPLATE_METADATA,
    override: { restartPolicy: { type: '\'OnFailure\' | \'Never\'', values: ['OnFailure', 'Never'], required: true, default: false } },
  },
  {
    name: 'StaticPodProps',
    doc: 'Props of a static pod, which the kubelet reads from a file: it can refer to no other object of the API.',
    like: 'PodProps',
    refuse: refused('a static pod cannot refer to other objects of the API', 'serviceAccountName', 'serviceAccount', 'imagePullSecrets', 'resourceClaims'),
  },
  {
    name: 'DeploymentProps',
    doc: 'Props of a deployment: `metadata` and the fields of its spec.',
    base: 'DeploymentSpec',
    own: METADATA,
    override: { selector: SELECTOR, template: WORKLOAD_TEMPLATE },
  },
  {
    name: 'ReplicaSetProps',
    doc: 'Props of a replica set: `metadata` and the fields of its spec.',
    base: 'ReplicaSetSpec',
    own: METADATA,
    override: { selector: SELECTOR, template: WORKLOAD_TEMPLATE },
  },
  {
    name: 'DaemonSetProps',
    doc: 'Props of a daemon set: `metadata` and the fields of its spec.',
    base: 'DaemonSetSpec',
    own: METADATA,
    override: { selector: SELECTOR, template: WORKLOAD_TEMPLATE },
  },
  {
    name: 'StatefulSetProps',
    doc: 'Props of a stateful set: `metadata` and the fields of its spec.',
    base: 'StatefulSetSpec',
    own: METADATA,
    override: {
      selector: SELECTOR,
      template: WORKLOAD_TEMPLATE,
      serviceName: { type: 'string | INamed', says: 'The headless service that gives each pod its DNS name: its name or the object.' },
    },
  },
  {
    name: 'ReplicationControllerProps',
    doc: 'Props of a replication controller: `metadata` and the fields of its spec.',
    base: 'ReplicationControllerSpec',
    own: METADATA,
    override: { selector: SELECTOR, template: WORKLOAD_TEMPLATE },
  },
  {
    name: 'JobProps',
    doc: 'Props of a job: `metadata` and the fields of its spec.',
    base: 'JobSpec',
    own: METADATA,
    override: { template: JOB_TEMPLATE },
  },
  {
    name: 'JobTemplateProps',
    doc: 'The jobs of a cron job: `metadata` and the fields of the job\'s spec.',
    like: 'JobProps',
    own: TEMPLATE_METADATA,
    refuse: refused('each Job of a CronJob gets its own selector', 'selector'),
  },
  {
    name: 'CronJobProps',
    doc: 'Props of a cron job: `metadata` and the fields of its spec.',
    base: 'CronJobSpec',
    own: METADATA,
    override: { jobTemplate: { type: 'JobTemplateProps', says: 'The jobs to make: `metadata` and the fields of the job\'s spec.', required: true } },
  },
  {
    name: 'PodTemplateObjectProps',
    doc: 'Props of a pod template that is an object of its own.',
    own: { ...METADATA, template: { type: 'PodProps', says: 'The pods: `metadata` and the fields of the pod\'s spec.' } },
  },
  {
    name: 'ServiceProps',
    doc: 'Props of a service: `metadata` and the fields of its spec.',
    base: 'ServiceSpec',
    own: {
      ...METADATA,
      selectorFor: { type: 'IPodSelector', says: 'The pod or workload whose pods the service sends to, instead of `selector`; named target ports are checked.' },
    },
  },
];
