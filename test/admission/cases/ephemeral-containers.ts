import { app, casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const debug = (fields: object = {}) => ({ name: 'debug', image: 'debug:1', ...fields });

export const cases = casesOf('ephemeral containers', {
  'one': podWithEphemeral({}),
  'none': podWith({}, { ephemeralContainers: [] }),
  'nothing in one': podWith({}, { ephemeralContainers: [{}] }),
  'in a template': deploymentWith({}, { ephemeralContainers: [debug()] }),
  'no name in two': podWith({}, { ephemeralContainers: [debug({ name: '' }), debug({ name: '' })] }),
  'a bad name': podWithEphemeral({ name: 'A' }),
  'one name twice': podWith({}, { ephemeralContainers: [debug(), debug()] }),
  'the name of a container': podWithEphemeral({ name: 'app' }),
  'the name of an init container': podWithInit({}, { ephemeralContainers: [debug({ name: 'first' })] }),
  'no image': podWithEphemeral({ image: '' }),
  'an image before a space': podWithEphemeral({ image: 'debug ' }),
  'an image before a space in a template': deploymentWith({}, { ephemeralContainers: [debug({ image: 'debug ' })] }),
  'a target': podWithEphemeral({ targetContainerName: 'app' }),
  'a target that is an init container': podWithInit({}, { ephemeralContainers: [debug({ targetContainerName: 'first' })] }),
  'a target that is not there': podWithEphemeral({ targetContainerName: 'other' }),
  'a target that is ephemeral': podWith({}, { ephemeralContainers: [debug(), debug({ name: 'two', targetContainerName: 'debug' })] }),
  'no target': podWithEphemeral({ targetContainerName: '' }),
  'all allowed fields': podWithEphemeral({
    command: ['a'], args: ['b'], workingDir: '/', env: [{ name: 'A' }], envFrom: [{ configMapRef: { name: 'c' } }], stdin: true, stdinOnce: true, tty: true,
    imagePullPolicy: 'Always', terminationMessagePath: '/a', terminationMessagePolicy: 'File', securityContext: { privileged: true },
  }),
  'unknown policies': podWithEphemeral({ imagePullPolicy: 'X', terminationMessagePolicy: 'X' }),
  'a bad security context': podWithEphemeral({ securityContext: { procMount: 'All' } }),
  'all that they cannot have': podWithEphemeral({
    ports: [{ containerPort: 80 }], resources: { limits: { cpu: '1' } }, resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
    livenessProbe: {}, readinessProbe: {}, startupProbe: {}, lifecycle: {},
  }),
  'much that is wrong with two': podWith({}, {
    containers: [app(), app({ name: 'debug' })],
    ephemeralContainers: [debug({ ports: [{}] }), debug({ env: [{}], targetContainerName: 'x', restartPolicy: '' })],
  }),
});
