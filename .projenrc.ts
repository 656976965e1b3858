import { cdk8s, javascript, JsonFile } from 'projen';

/** What the package has beside its main entry: the sub-path, and the file that it means. */
const SUBPATHS: Record<string, string> = {
  admission: 'admission/index',
  cluster: 'cluster/index',
  controllers: 'controllers/index',
  diff: 'diff/index',
  insight: 'insight/index',
  links: 'links/index',
  jest: 'testing/jest',
  vitest: 'testing/vitest',
  plugin: 'plugin/index',
};
const subpaths = Object.entries(SUBPATHS);
/** Where tests, scripts and examples find this package under its own name. */
const SELF: Record<string, string> = {
  'cdk8s-pods': 'src/index.ts',
  ...Object.fromEntries(subpaths.map(([name, file]) => [`cdk8s-pods/${name}`, `src/${file}.ts`])),
};
const selfFrom = (folder: string) => Object.fromEntries(Object.entries(SELF).map(([name, file]) => [name, [`${folder}/${file}`]]));
const SCRIPT_FOLDERS = ['tools', 'examples', 'conformance', 'bench', 'languages'];

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
  // What makes a release's version and changelog needs this much; the minimum is for users.
  workflowNodeVersion: '24',
  githubOptions: { mergify: false },
  depsUpgradeOptions: { workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY } },
  compat: false,
  sampleCode: false,
  npmignoreEnabled: false,
  compressAssembly: true,
  // Its API.md is longer than a page can show: see the task docgen below.
  docgen: false,
  devDeps: [
    // The command's argument parser, which tools/bundle.ts puts into the command.
    'commander@^14.0.0',
    // The examples run under it, and so do the tests of the plugin.
    'cdk8s-cli@2.207.60',
    // The newest cdk8s that the peer range allows; `cdk8sVersion` is the oldest. test/constructs/cdk8s runs with both.
    'cdk8s-newest@npm:cdk8s@2.70.106',
    // The peers of the benchmarks.
    'cdk8s-plus-33@2.5.57', 'kubernetes-models@5.1.0', 'yaml@2.9.1', 'js-yaml@^5.5.0',
    // What jest reads TypeScript with: the newest version whose packages for all platforms are in the registry, since npm ci needs them.
    '@swc/core@1.16.18', '@swc/jest@^0.2.39',
    'jsii-docgen@^10.5.0',
    // What looks at the code without running it, side by side.
    'eslint@^9', '@typescript-eslint/eslint-plugin@^8', '@typescript-eslint/parser@^8', '@stylistic/eslint-plugin@^2', 'eslint-plugin-import@^2.32.0',
    'eslint-plugin-regexp@^3.3.3', 'dependency-cruiser@^16.10.4', 'concurrently@^9', 'typescript7@npm:typescript@^7.0.2',
    // Tests: their order, properties, the matchers' second runner, a bundle as for a browser, schemas of the report formats.
    '@jest/test-sequencer@^30.0.0', 'fast-check@^4.0.0', '@microsoft/sarif-multitool@5.7.0', 'vitest@^3.0.0', 'esbuild@0.28.2', 'ajv@^8.0.0', 'ajv-formats@^3.0.0', 'tap-parser@^18.0.0', '@types/node@^20',
  ],
  jestOptions: {
    jestVersion: '^30.0.0',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    // Nobody reads junit.xml, and names of tests with control characters made it malformed.
    junitReporting: false,
    // Both cores also where there are two: by default jest leaves one of them alone.
    jestConfig: { collectCoverage: false, maxWorkers: '100%', globalSetup: '<rootDir>/test/run/setup.ts', globalTeardown: '<rootDir>/test/run/teardown.ts', testSequencer: '<rootDir>/test/run/sequencer.mjs', moduleNameMapper: Object.fromEntries(Object.entries(SELF).map(([name, file]) => [`^${name}$`, `<rootDir>/${file}`])) },
  },
  // eslint.config.mjs, below.
  eslint: false,
  gitignore: ['.jsii.gz', '/examples/dist/', '/.cache/', '.DS_Store'],
  publishToPypi: { distName: 'cdk8s-pods', module: 'cdk8s_pods' },
  publishToMaven: { javaPackage: 'io.github.cdk8s_pods', mavenGroupId: 'io.github.cdk8s-pods', mavenArtifactId: 'cdk8s-pods' },
});

// Types are checked by tsc below, so the tests only need their types taken away: swc does that in a tenth of the time of ts-jest, which stays
// for what the tutorial and the example project install.
project.jest!.config.transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' }],
};

project.addBins({ 'cdk8s-pods': 'lib/cli/bin.js' });

// One file of each entry that should start quickly.
// Otherwise files whose source has moved would be packed too.
project.compileTask.prependExec('rm -rf lib');
project.compileTask.exec('ts-node -T -P tsconfig.dev.json tools/bundle.ts');
project.compileTask.exec('ts-node -T -P tsconfig.dev.json tools/lazy-index.ts');
// npm runs this when it installs from a git repository, as pre-commit has it install the hook: the command is made from a clone that was never
// compiled. Older versions of pre-commit take what `npm pack` prints for the name of the package, so nothing else may be printed.
project.package.setScript('prepare', 'node tools/prepare.cjs');
project.npmrc.addConfig('foreground-scripts', 'false');
// What the package consists of. The command and the review are one file each, without the modules that only they were made from.
const bundled = [
  'rules/**/*', 'stages/*', 'warnings/*', 'defaults/*', 'advice/*', 'plugins/*', 'decode/*', 'update/**/*', 'answer', 'decide', 'kinds', 'options',
  'rest', 'review', 'stored-form', 'made-pods/review-pods', 'made-pods/may-be-refused',
];
project.package.addField('files', [
  'lib', '!lib/cli', 'lib/cli/bin.js', ...bundled.map((module) => `!lib/admission/${module}.js`),
  // The plugins of a cluster use these too.
  ...['plugins/priority', 'plugins/service-account', 'plugins/secrets', 'stages/default-tolerations', 'stages/qos'].map((module) => `lib/admission/${module}.js`),
  '.jsii', '.jsii.gz', 'CHANGELOG.md',
]);

// Source maps would double the package; the compiled code is as readable as its source.
project.tryFindObjectFile('tsconfig.json')?.addDeletionOverride('compilerOptions.inlineSourceMap');
project.tryFindObjectFile('tsconfig.json')?.addDeletionOverride('compilerOptions.inlineSources');

// Sub-paths for resolvers of both kinds: those that read `exports`, and node10, with which cdk8s apps are compiled.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  ...Object.fromEntries(subpaths.map(([name, file]) => [`./${name}`, { types: `./lib/${file}.d.ts`, default: `./lib/${file}.js` }])),
  './admission': {
    import: { types: './lib/admission/index.d.mts', default: './lib/admission/index.mjs' },
    default: { types: './lib/admission/index.d.ts', default: './lib/admission/index.js' },
  },
  './package.json': './package.json',
  './.jsii': './.jsii',
  './.jsii.gz': './.jsii.gz',
});
project.package.addField('typesVersions', {
  '*': Object.fromEntries(subpaths.map(([name, file]) => [name, [`./lib/${file}.d.ts`]])),
});

// Newer ones lack platform bindings, which breaks `npm ci`.
project.package.addPackageResolutions('unrs-resolver@1.12.2', 'rollup@4.67.4');

// Scripts and examples run from their sources. Their ts-node settings, and the type-check of everything: one program, so that the library is
// checked once.
new JsonFile(project, 'tsconfig.dev.json', {
  obj: {
    'extends': './tsconfig.json',
    'compilerOptions': { noEmit: true, rootDir: '.', isolatedModules: true, paths: selfFrom('.') },
    'include': ['.projenrc.ts', ...['projenrc', 'src', 'test', ...SCRIPT_FOLDERS].map((f) => `${f}/**/*.ts`)],
    'exclude': ['node_modules'],
    'ts-node': { swc: true },
  },
});
project.tryFindObjectFile('test/tsconfig.json')?.addOverride('compilerOptions.paths', selfFrom('..'));
project.addTask('eslint', { description: 'Style, regular expressions and promises: eslint.config.mjs', receiveArgs: true, exec: 'eslint .' });
project.addTask('imports', { description: 'Who imports what: .dependency-cruiser.cjs', exec: `depcruise src test projenrc ${SCRIPT_FOLDERS.join(' ')}` });
// The compiler in Go: a quarter of the time. jsii, the linter and the readers of the tutorial have the one in JavaScript.
project.addTask('types', { description: 'Checks the types of everything', exec: 'node node_modules/typescript7/bin/tsc -p tsconfig.dev.json' });
project.testTask.exec('concurrently --group --timings --names eslint,types,imports "projen eslint" "projen types" "projen imports"');

const script = (name: string, description: string, file: string) =>
  project.addTask(name, { description, receiveArgs: true, exec: `ts-node -T -P tsconfig.dev.json ${file}` });
script('generate', 'Generates src/k8s and the props from the reduced OpenAPI; --check only compares', 'tools/generate.ts');
script('reduce', 'Reduces the OpenAPI of one Kubernetes minor to tools/openapi (needs Go and its modules)', 'tools/reduce.ts');
script('examples', 'Synthesizes every example into dist/examples', '-r ./examples/register.ts examples/run.ts');
script('bench', 'Measures against the peers: all of it, or one benchmark by name; --help', '-r ./examples/register.ts bench/main.ts');
script('conformance', 'Asks the real Kubernetes code and the review about generated manifests (needs Go); --help', 'conformance/main.ts');
script('conformance:record', 'Records what the real Kubernetes code says of the cases in test/admission/cases (needs Go)', 'conformance/record.ts');
script('conformance:apply', 'Records what kubectl and a real kube-apiserver make of one file applied over another (needs Go)', 'conformance/apply.ts');
script('conformance:render', 'Tries check --helm and --kustomize with the real helm and kubectl (needs Go)', 'conformance/render.ts');
script('conformance:insight', 'Asks the scheduler\'s and the kubelet\'s own code and our insights about generated pods (needs Go); --help', 'conformance/insight/main.ts');
script('conformance:yaml', 'Reads with other parsers what our writer wrote, and with ours what Kubernetes reads (needs Go); --help', 'conformance/yaml/main.ts');
script('docs', 'Writes what is generated in docs: findings, pictures, code and YAML of the examples; --check only compares', 'tools/docs/main.ts');
project.postCompileTask.spawn(script('docgen', 'Writes docs/api, the pages of every class, prop and field, from the compiled library', 'tools/docs/api/main.ts'));
project.gitattributes.addAttributes('/docs/api/**', 'linguist-generated');
script('workflows', 'Checks GitHub\'s workflows, our own and those of examples and docs, with actionlint (needs Go)', 'tools/workflows/main.ts');
script('check-package', 'Packs the compiled library and tries the package: size, contents, entries, types, command', 'tools/package/main.ts');
script('languages', 'Builds the Python and Java packages and runs the same program in each language (needs Python)', 'languages/run.ts');
script('hooks', 'Runs the pre-commit hook and the GitHub action as their runners do, from a clone (needs Python, PyPI and npm)', 'tools/hooks/main.ts');
script('e2e', 'Creates every example on a real kube-apiserver (needs Go); --pods: with the real controllers', '-r ./examples/register.ts conformance/e2e/main.ts');

project.synth();
