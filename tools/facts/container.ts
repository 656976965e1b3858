import { dnsLabel, notEmpty, portNumber } from './formats';
import { Facts } from './types';

/** Container, its ports, resources and restart rules. */
export const containerFacts: Facts = {
  'Container.name': {
    range: `${dnsLabel}; unique among all containers of the pod`,
    says: 'Name of the container; the kubelet and `kubectl` know it by it.',
  },
  'Container.image': { range: `${notEmpty}; in a Pod without white space at either end`, says: 'Image to run: repository with a tag or a digest.' },
  'Container.imagePullPolicy': {
    default: '`Always` when the image tag is `latest` or missing (and there is no digest), else `IfNotPresent`',
    says: 'When the node asks the registry for the image.',
  },
  'Container.command': {
    default: 'unset: the entrypoint of the image',
    says: 'Program and first arguments, run without a shell; `$(VAR)` takes a variable of `env`, `$$(VAR)` stays as text.',
  },
  'Container.args': {
    default: 'unset: the default arguments of the image, unless `command` is set',
    says: 'Arguments after `command` or after the entrypoint of the image; `$(VAR)` is expanded as in `command`.',
  },
  'Container.workingDir': { default: 'unset: the working directory of the image', says: 'Directory in which the program starts.' },
  'Container.ports': {
    says: 'Ports that the program listens on: gives them names and host ports; a port left out can be reached all the same.',
  },
  'Container.env': { says: 'Environment variables, in order: a value can use variables written before it.' },
  'Container.envFrom': {
    says: 'Takes every key of a ConfigMap or Secret as a variable; later sources win, and `env` wins over all of them.',
  },
  'Container.resources': { says: 'CPU, memory and other resources that the container asks for and may not exceed.' },
  'Container.resizePolicy': {
    default: 'unset: no restart (`NotRequired`) for CPU and for memory',
    range: 'one entry per resource; none with `RestartContainer` for an init container that is no sidecar',
    says: 'Whether a change of CPU or memory in place restarts the container.',
  },
  'Container.restartPolicy': {
    default: 'unset: the restart policy of the pod',
    says: '`Always` on an init container makes it a sidecar; other uses need `ContainerRestartRules` (on since 1.35).',
  },
  'Container.restartPolicyRules': {
    range: 'at most 20 rules; only together with `restartPolicy`',
    says: 'Rules by exit code, tried in order before `restartPolicy` decides.',
  },
  'Container.volumeMounts': { range: 'mount paths are unique in the container', says: 'Where volumes of the pod appear in the file system.' },
  'Container.volumeDevices': {
    range: 'names and paths are unique in the container, and not in `volumeMounts`; not with `hostUsers: false`',
    says: 'Block volumes that the container sees as devices.',
  },
  'Container.livenessProbe': {
    default: 'unset: only the exit of the program counts',
    range: 'in init containers only for sidecars',
    says: 'Check that restarts the container when it fails.',
  },
  'Container.readinessProbe': {
    default: 'unset: ready as soon as the container runs',
    range: 'in init containers only for sidecars',
    says: 'Check that takes the pod out of its Services while it fails.',
  },
  'Container.startupProbe': {
    default: 'unset: the other probes begin at once',
    range: 'in init containers only for sidecars',
    says: 'Check that holds the other probes back until it succeeds once; the container restarts when it never does.',
  },
  'Container.lifecycle': { range: 'in init containers only for sidecars', says: 'Hooks after the start and before the stop.' },
  'Container.terminationMessagePath': {
    default: '`/dev/termination-log`',
    says: 'File whose content becomes the termination message in the status of the container.',
  },
  'Container.terminationMessagePolicy': {
    default: '`File`',
    says: '`FallbackToLogsOnError` takes the end of the log when the container fails and the file is empty.',
  },
  'Container.securityContext': {
    default: 'unset: what the pod says, then what the image and the runtime do',
    says: 'User, capabilities and other privileges; wins over what the pod sets.',
  },
  'Container.stdin': { default: '`false`', says: 'Keeps the standard input open.' },
  'Container.stdinOnce': { default: '`false`', says: 'Closes the standard input after the first client that attached has gone.' },
  'Container.tty': { default: '`false`', says: 'Gives the container a terminal; needs `stdin`.' },

  'ContainerPort.containerPort': { range: portNumber, says: 'Port that the program listens on.' },
  'ContainerPort.name': {
    range: 'at most 15 lower-case letters, digits and single `-`, with a letter and no `-` at the ends; unique in the container',
    says: 'Name by which Services and probes can refer to the port.',
  },
  'ContainerPort.protocol': { default: '`TCP`' },
  'ContainerPort.hostPort': {
    default: 'unset: no port of the node; in a Pod with `hostNetwork`, the container port',
    range: `${portNumber}; equal to \`containerPort\` with \`hostNetwork\`; unique per protocol and \`hostIP\``,
    says: 'Port of the node that leads to this port; only one such pod fits on a node.',
  },
  'ContainerPort.hostIP': { default: 'unset: all addresses of the node', says: 'Address of the node that `hostPort` is bound to.' },

  'ContainerResizePolicy.resourceName': { values: ['cpu', 'memory'], says: 'The resource that this entry is about.' },
  'ContainerResizePolicy.restartPolicy': {
    range: 'only `NotRequired` when the restart policy of the pod is `Never`',
    says: '`RestartContainer` restarts the container when this resource changes, `NotRequired` does not.',
  },

  'ContainerRestartRule.action': { says: '`Restart` starts this container again, `RestartAllContainers` the whole pod in place (on since 1.36).' },
  'ContainerRestartRule.exitCodes': { range: 'needed in every rule', says: 'Exit codes that the rule is for.' },
  'ContainerRestartRuleOnExitCodes.operator': { says: 'Whether the exit code must be one of `values` or none of them.' },
  'ContainerRestartRuleOnExitCodes.values': { range: 'at most 255 exit codes' },

  'ResourceRequirements.limits': {
    default: 'unset: no limit',
    range: 'amounts of 0 or more of `cpu`, `memory`, `ephemeral-storage`, `hugepages-<size>` or an extended resource; '
      + 'for a whole pod only of `cpu`, `memory` and `hugepages-<size>`',
    says: 'The most that may be used: CPU is throttled beyond it, memory beyond it kills the container.',
  },
  'ResourceRequirements.requests': {
    default: 'what `limits` says, for each resource that has only a limit (filled in for a Pod, not in templates)',
    range: 'at most the limit; equal to it for huge pages and extended resources; names as in `limits`',
    says: 'What is set aside on the node: the scheduler counts with it.',
  },
  'ResourceRequirements.claims': {
    range: 'names of `resourceClaims` of the pod, each once; not for the resources of a whole pod',
    says: 'Devices (DRA claims of the pod) that this container may use.',
  },
  'ResourceClaim.name': { range: 'name of an entry in `resourceClaims` of the pod', says: 'Which of the claims of the pod.' },
  'ResourceClaim.request': { default: 'unset: everything in the claim', range: dnsLabel, says: 'One request of the claim, instead of all.' },
};
