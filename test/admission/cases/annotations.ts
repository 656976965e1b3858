import { Case, container, Manifest, minimalDeployment, podCases, Tweak } from './base';

const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_MAIN = 'container.seccomp.security.alpha.kubernetes.io/main';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';

const annotated = (annotations: object, spec: object = {}) => (pod: Manifest): void => {
  pod.metadata.annotations = annotations;
  Object.assign(pod.spec, spec);
};
const costs = (...values: string[]): { [name: string]: Tweak } =>
  Object.fromEntries(values.map((value) => [`deletion cost: '${value}'`, annotated({ [DELETION_COST]: value })]));
const tolerations = (...values: string[]): { [name: string]: Tweak } =>
  Object.fromEntries(values.map((value) => [`tolerations: ${value}`, annotated({ [TOLERATIONS]: value })]));
const profile = (field: string, value: object) => ({ containers: [container({ securityContext: { [field]: value } })] });

export const cases: Case[] = [
  ...podCases({
    ...costs('0', '-5', '2147483647', '2147483648', '-2147483648', '-2147483649', '+5', '05', '-05', '-', '', '1.5', '1e3', 'a'),
    ...tolerations('', '[]', 'null', '{}', '[', '5', '[{"key":"a","operator":"Exists"}]', '[{"Key":"a","OPERATOR":"In"}]', '[null]', '[{"key":5}]',
      '[{"key":"a","effect":"Some","extra":true}]', '[{"key":"a","tolerationSeconds":5}]', '[{"key":"a","tolerationSeconds":1.5}]',
      '[{"key":"a","effect":"NoExecute","tolerationSeconds":"5"}]', '[["a"]]', '[{"key":"a","value":null}]', '[{"key":"a b"}]', '[{"key":"a","value":"-"}]', '[{"key":"a","tolerationSeconds":5,"tolerationSECONDS":null}]',
      '[{"key":"a","Key":""}]'),
    'mirror pod without a node': annotated({ [MIRROR]: '' }),
    'mirror pod': annotated({ [MIRROR]: 'a' }, { nodeName: 'node' }),

    'seccomp: profiles': annotated({ [SECCOMP]: 'runtime/default', [SECCOMP_MAIN]: 'localhost/a/b' }),
    'seccomp: old default': annotated({ [SECCOMP]: 'docker/default', [SECCOMP_MAIN]: 'unconfined' }),
    'seccomp: bad profiles': annotated({ [SECCOMP]: 'some', [SECCOMP_MAIN]: '' }),
    'seccomp: paths that lead out': annotated({ [SECCOMP]: 'localhost//a', [SECCOMP_MAIN]: 'localhost/../a' }),
    'seccomp: pod says the same': annotated({ [SECCOMP]: 'docker/default' }, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
    'seccomp: pod says another type': annotated({ [SECCOMP]: 'unconfined' }, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
    'seccomp: container is confined': annotated({ [SECCOMP_MAIN]: 'runtime/default' }, profile('seccompProfile', { type: 'Unconfined' })),
    'seccomp: pod has the default': annotated({ [SECCOMP]: 'runtime/default' }, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
    'seccomp: second init container is confined': annotated({ [`${SECCOMP_MAIN}2`]: 'runtime/default' },
      { initContainers: [container({ name: 'init' }), container({ name: 'main2', securityContext: { seccompProfile: { type: 'Unconfined' } } })] }),
    'seccomp: container has the same path': annotated({ [SECCOMP_MAIN]: 'localhost/a' },
      profile('seccompProfile', { type: 'Localhost', localhostProfile: 'a' })),
    'seccomp: container has another path': annotated({ [SECCOMP_MAIN]: 'localhost/b' },
      profile('seccompProfile', { type: 'Localhost', localhostProfile: 'a' })),
    'seccomp: container has no path': annotated({ [SECCOMP_MAIN]: 'localhost/b' }, profile('seccompProfile', { type: 'Localhost' })),
    'seccomp: container is of the node': annotated({ [SECCOMP_MAIN]: 'unconfined' },
      profile('seccompProfile', { type: 'Localhost', localhostProfile: 'a' })),
    'seccomp: container has no type': annotated({ [SECCOMP_MAIN]: 'unconfined' }, profile('seccompProfile', {})),

    'AppArmor: profiles': annotated({ [`${APP_ARMOR}main`]: 'runtime/default' }),
    'AppArmor: no such container': annotated({ [`${APP_ARMOR}other`]: 'runtime/default' }),
    'AppArmor: init container': annotated({ [`${APP_ARMOR}init`]: 'localhost/a' }, { initContainers: [container({ name: 'init' })] }),
    'AppArmor: bad profile': annotated({ [`${APP_ARMOR}main`]: 'docker/default' }),
    'AppArmor: empty profile': annotated({ [`${APP_ARMOR}main`]: '' }),
    'AppArmor: container says the same': annotated({ [`${APP_ARMOR}main`]: 'localhost/a' },
      profile('appArmorProfile', { type: 'Localhost', localhostProfile: 'a' })),
    'AppArmor: container says another type': annotated({ [`${APP_ARMOR}main`]: 'runtime/default' }, profile('appArmorProfile', { type: 'Unconfined' })),
    'AppArmor: container says another profile': annotated({ [`${APP_ARMOR}main`]: 'localhost/b' },
      profile('appArmorProfile', { type: 'Localhost', localhostProfile: 'a' })),
    'AppArmor: annotation has no type of the field': annotated({ [`${APP_ARMOR}main`]: 'unconfined' },
      profile('appArmorProfile', { type: 'RuntimeDefault' })),
    'AppArmor: second init container says another type': annotated({ [`${APP_ARMOR}main2`]: 'runtime/default' },
      { initContainers: [container({ name: 'init' }), container({ name: 'main2', securityContext: { appArmorProfile: { type: 'Unconfined' } } })] }),
    'AppArmor: pod says the same': annotated({ [`${APP_ARMOR}main`]: 'unconfined' }, { securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
    'AppArmor: windows has none': annotated({ [`${APP_ARMOR}main`]: 'unconfined' },
      { os: { name: 'windows' }, ...profile('appArmorProfile', { type: 'RuntimeDefault' }) }),
    'AppArmor: field only': { ...profile('appArmorProfile', { type: 'RuntimeDefault' }) },
    'AppArmor: field only of a container with a bad name': {
      containers: [container({ name: 'Bad name', securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } })],
    },
  }),
  ...[
    { [DELETION_COST]: 'a' }, { [TOLERATIONS]: '[{}]' }, { [MIRROR]: 'a' }, { [SECCOMP]: 'some' }, { [`${APP_ARMOR}other`]: 'some' },
  ].map((annotations) => ({
    name: `Deployment: ${Object.keys(annotations)[0]}`,
    manifest: minimalDeployment((deployment) => {
      deployment.spec.template.metadata.annotations = annotations;
    }),
  })),
  ...(['seccompProfile', 'appArmorProfile'] as const).map((field) => ({
    name: `Deployment: annotation and ${field} differ`,
    manifest: minimalDeployment((deployment) => {
      const { template } = deployment.spec;
      template.metadata.annotations = { [SECCOMP_MAIN]: 'unconfined', [`${APP_ARMOR}main`]: 'unconfined' };
      template.spec.securityContext = { appArmorProfile: { type: 'Unconfined' } };
      template.spec.containers[0].securityContext = { [field]: { type: 'RuntimeDefault' } };
    }),
  })),
];
