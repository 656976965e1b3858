import { app, casesOf, deploymentWith, podWith, podWithInit } from './pod-with';

export const cases = casesOf('init containers', {
  'one': podWithInit({}),
  'none': podWith({}, { initContainers: [] }),
  'two': podWith({}, { initContainers: [app({ name: 'a' }), app({ name: 'b', restartPolicy: 'Always' })] }),
  'nothing in one': podWith({}, { initContainers: [{}] }),
  'without a container': podWithInit({}, { containers: [] }),
  'no name': podWithInit({ name: '' }),
  'no name in two': podWith({}, { initContainers: [app({ name: '' }), app({ name: '' })] }),
  'no name, as a container': podWithInit({ name: '' }, { containers: [app({ name: '' })] }),
  'the name of a container': podWithInit({ name: 'app' }),
  'one name twice': podWith({}, { initContainers: [app({ name: 'a' }), app({ name: 'a' })] }),
  'no image': podWithInit({ image: '' }),
  'an image after a space': podWithInit({ image: ' app' }),
  'an image after a space in a template': deploymentWith({}, { initContainers: [app({ name: 'a', image: ' app' })] }),
  'an unknown pull policy': podWithInit({ imagePullPolicy: 'X' }),
  'an unknown policy for termination messages': podWithInit({ terminationMessagePolicy: 'X' }),
  'a bad security context': podWithInit({ securityContext: { procMount: 'All' } }),
  'in a template, bad': deploymentWith({}, { initContainers: [app({ livenessProbe: {}, lifecycle: {} }), app({ name: 'b', restartPolicy: 'X' })] }),
});
