import { Case, deploymentCases, podCases } from './base';

const toleration = (fields: object) => ({ tolerations: [{ key: 'a', ...fields }] });

export const cases: Case[] = [
  ...podCases({
    'Equal': toleration({ operator: 'Equal', value: 'b', effect: 'NoSchedule' }),
    'no operator': toleration({ value: 'b' }),
    'Exists': toleration({ operator: 'Exists' }),
    'everything': { tolerations: [{ operator: 'Exists' }] },
    'nothing': { tolerations: [{}] },
    'no key': { tolerations: [{ operator: 'Equal', value: 'b' }] },
    'bad key': toleration({ key: 'a b' }),
    'bad value': toleration({ value: 'b c' }),
    'value with Exists': toleration({ operator: 'Exists', value: 'b' }),
    'another operator': toleration({ operator: 'In', value: 'b' }),
    'Lt': toleration({ operator: 'Lt', value: '5' }),
    'Gt with a word': toleration({ operator: 'Gt', value: 'b' }),
    'every effect': { tolerations: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'].map((effect) => ({ key: 'a', effect })) },
    'the second one': { tolerations: [{ operator: 'Exists' }, { key: 'a b' }] },
    'another effect': toleration({ effect: 'NoAdmit' }),
    'seconds': toleration({ effect: 'NoExecute', tolerationSeconds: -5 }),
    'seconds without an effect': toleration({ tolerationSeconds: 0 }),
    'the taint of a node that is not ready': { tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }] },
    'the taint of a node that cannot be reached': { tolerations: [{ key: 'node.kubernetes.io/unreachable', operator: 'Equal', value: 'b' }] },
    'these taints with another effect': { tolerations: ['not-ready', 'unreachable'].map((name) => ({ key: `node.kubernetes.io/${name}`, operator: 'Exists', effect: 'NoSchedule' })) },
    'both taints': { tolerations: ['not-ready', 'unreachable'].map((name) => ({ key: `node.kubernetes.io/${name}`, operator: 'Exists' })) },
    'every taint that evicts': { tolerations: [{ operator: 'Exists', effect: 'NoExecute' }] },
    'no tolerations': { tolerations: [] },
    'seconds with another effect': toleration({ effect: 'NoSchedule', tolerationSeconds: 5 }),
  }),
  ...deploymentCases({ 'bad value': toleration({ value: 'b c' }) }),
];
