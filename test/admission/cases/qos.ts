import { Case, container, podCases } from './base';

const one = (resources: object) => ({ containers: [container({ resources })] });
const two = (first: object, second: object) => ({ containers: [container({ resources: first }), container({ name: 'other', resources: second })] });
const both = (cpu: string, memory: string) => ({ cpu, memory });
const alike = { limits: both('1', '1Gi'), requests: both('1', '1Gi') };

export const cases: Case[] = podCases({
  'nothing': {},
  'limits alone': one({ limits: both('1', '1Gi') }),
  'limits and the same requests': one(alike),
  'the same in other words': one({ limits: both('1', '1Gi'), requests: both('1000m', '1024Mi') }),
  'fewer requests': one({ limits: both('1', '1Gi'), requests: both('500m', '1Gi') }),
  'requests alone': one({ requests: both('1', '1Gi') }),
  'one limit': one({ limits: { cpu: '1' } }),
  'one limit and a request of the other': one({ limits: { cpu: '1' }, requests: { memory: '1Gi' } }),
  'limits of zero': one({ limits: both('0', '0') }),
  'one limit of zero': one({ limits: both('0', '1Gi') }),
  'other resources alone': one({ limits: { 'ephemeral-storage': '1Gi', 'example.com/gpu': '1' } }),
  'other resources too': one({ limits: { ...both('1', '1Gi'), 'ephemeral-storage': '1Gi' }, requests: { 'ephemeral-storage': '1Mi' } }),
  'two of which one has nothing': two(alike, {}),
  'two that are alike': two(alike, alike),
  'two that add up to the same': two({ limits: both('1', '1Gi'), requests: both('1', '1Gi') }, { limits: both('2', '2Gi') }),
  'two that make up for each other': two({ limits: { cpu: '1' } }, { limits: { memory: '1Gi' } }),
  'an init container with nothing': { ...one(alike), initContainers: [{ name: 'init', image: 'a' }] },
  'an init container that is alike': { ...one(alike), initContainers: [{ name: 'init', image: 'a', resources: alike }] },
  'an init container alone': { initContainers: [{ name: 'init', image: 'a', resources: { requests: { cpu: '1' } } }] },
  'a sidecar with nothing': { ...one(alike), initContainers: [{ name: 'init', image: 'a', restartPolicy: 'Always' }] },
  'resources of the pod': { resources: alike },
  'limits of the pod': { resources: { limits: both('1', '1Gi') } },
  'one limit of the pod': { resources: { limits: { cpu: '1' } } },
  'requests of the pod': { resources: { requests: { cpu: '1' } } },
  'empty resources of the pod': { ...one(alike), resources: {} },
  'limits of the pod that are more than its containers\'': { ...one({ requests: both('100m', '100Mi') }), resources: { limits: both('1', '1Gi') } },
  'resources of the pod and of its container': { ...one({ limits: both('100m', '100Mi') }), resources: alike },
  'overhead': { ...one(alike), overhead: { cpu: '1' }, runtimeClassName: 'gvisor' },
  'a class in the status': (pod) => pod.status = { qosClass: 'Guaranteed' },
  'a class of another name in the status': (pod) => pod.status = { qosClass: 'Best' },
  'an empty class in the status': (pod) => Object.assign(pod, { status: { qosClass: '' } }),
}).map(({ name, ...rest }) => ({ name: `qos: ${name}`, ...rest }));
