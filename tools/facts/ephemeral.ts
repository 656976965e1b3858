import { containerFacts as container } from './container';
import { Facts } from './types';

const forbidden = { range: 'must not be set: the server refuses it' };

/** EphemeralContainer: the fields that it shares with Container, and those that it may not have. */
export const ephemeralFacts: Facts = {
  'EphemeralContainer.name': { ...container['Container.name'], says: 'Name of the debug container; it cannot be changed or removed later.' },
  'EphemeralContainer.targetContainerName': {
    default: 'unset: namespaces of the pod only',
    range: 'name of a container or init container of the pod',
    says: 'Container whose processes the debug container sees, if the runtime can do that.',
  },
  'EphemeralContainer.image': container['Container.image'],
  'EphemeralContainer.imagePullPolicy': container['Container.imagePullPolicy'],
  'EphemeralContainer.command': container['Container.command'],
  'EphemeralContainer.args': container['Container.args'],
  'EphemeralContainer.workingDir': container['Container.workingDir'],
  'EphemeralContainer.env': container['Container.env'],
  'EphemeralContainer.envFrom': container['Container.envFrom'],
  'EphemeralContainer.volumeMounts': {
    ...container['Container.volumeMounts'],
    range: 'volumes that the pod already has; without `subPath` and `subPathExpr`',
  },
  'EphemeralContainer.volumeDevices': container['Container.volumeDevices'],
  'EphemeralContainer.terminationMessagePath': container['Container.terminationMessagePath'],
  'EphemeralContainer.terminationMessagePolicy': container['Container.terminationMessagePolicy'],
  'EphemeralContainer.securityContext': container['Container.securityContext'],
  'EphemeralContainer.stdin': container['Container.stdin'],
  'EphemeralContainer.stdinOnce': container['Container.stdinOnce'],
  'EphemeralContainer.tty': container['Container.tty'],
  'EphemeralContainer.ports': forbidden,
  'EphemeralContainer.resources': forbidden,
  'EphemeralContainer.livenessProbe': forbidden,
  'EphemeralContainer.readinessProbe': forbidden,
  'EphemeralContainer.startupProbe': forbidden,
  'EphemeralContainer.lifecycle': forbidden,
  'EphemeralContainer.resizePolicy': forbidden,
  'EphemeralContainer.restartPolicy': forbidden,
  'EphemeralContainer.restartPolicyRules': forbidden,
};
