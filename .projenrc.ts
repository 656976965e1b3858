import { cdk8s, javascript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-pods',
  description: 'Kubernetes pods in TypeScript: every field typed, synthesized to manifests that the API server takes.',
  author: 'The cdk8s-pods authors',
  authorAddress: 'cdk8s-pods@users.noreply.github.com',
  repositoryUrl: 'https://github.com/cdk8s-pods/cdk8s-pods.git',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'kubernetes', 'pod', 'sidecar', 'init-container', 'manifest'],
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  cdk8sVersion: '2.70.47',
  constructsVersion: '10.8.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~5.9.0',
  minNodeVersion: '20.16.0',
  github: false,
  release: false,
  depsUpgrade: false,
  compat: false,
  sampleCode: false,
  devDeps: ['cdk8s-cli@2.207.60', 'yaml@2.9.1', '@types/node@^20'],
  jestOptions: { jestVersion: '^30.0.0', updateSnapshot: javascript.UpdateSnapshot.NEVER },
  eslintOptions: { dirs: ['src', 'test', 'tools', 'examples', 'conformance'], commandOptions: { fix: false } },
  publishToPypi: { distName: 'cdk8s-pods', module: 'cdk8s_pods' },
});

// 1.13.0 lacks platform bindings, which breaks `npm ci`.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

project.synth();
