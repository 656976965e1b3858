import { cdk8s, javascript, JsonFile } from 'projen';

/** What the package has beside its main entry: the sub-path, and the file that it means. */
const SUBPATHS: Record<string, string> = {
  admission: 'admission/index',
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

/** What a browser does not have. Not node's own list, which differs between its versions. */
const NODE = ['assert', 'buffer', 'child_process', 'crypto', 'events', 'fs', 'http', 'https', 'module', 'net', 'os', 'path', 'process', 'stream', 'url', 'util', 'zlib'];

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
  compressAssembly: true,
  // Its API.md is longer than a page can show: see the task docgen below.
  docgen: false,
  devDeps: [
    // The command's argument parser, which tools/bundle.ts puts into the command.
    'commander@^14.0.0',
    // The examples run under it, and so do the tests of the plugin.
    'cdk8s-cli@2.207.60',
    // The peers of the benchmarks.
    'cdk8s-plus-33@2.5.57', 'kubernetes-models@5.1.0', 'yaml@2.9.1', 'js-yaml@^5.5.0',
    // What jest reads TypeScript with: the newest version whose packages for all platforms are in the registry, since npm ci needs them.
    '@swc/core@1.16.18', '@swc/jest@^0.2.39',
    'jsii-docgen@^10.5.0',
    // Tests: properties, the matchers' second runner, a bundle as for a browser, schemas of the report formats.
    'fast-check@^4.0.0', 'vitest@^3.0.0', 'esbuild@0.28.2', 'ajv@^8.0.0', 'ajv-formats@^3.0.0', '@types/node@^20',
  ],
  jestOptions: {
    jestVersion: '^30.0.0',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    // Both cores also where there are two: by default jest leaves one of them alone.
    jestConfig: { collectCoverage: false, maxWorkers: '100%', moduleNameMapper: Object.fromEntries(Object.entries(SELF).map(([name, file]) => [`^${name}$`, `<rootDir>/${file}`])) },
  },
  eslintOptions: { dirs: ['src', 'test', ...SCRIPT_FOLDERS], commandOptions: { fix: false } },
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
project.npmignore?.addPatterns('/languages/', '/.cache/', '/action.yml', '/.pre-commit-hooks.yaml', '/CONTRIBUTING.md');
project.npmignore?.addPatterns(...['/examples/', '/tools/', '/conformance/', '/bench/', '/.ci/', '/docs/', '/tsconfig.dev.json', '/projenrc/', '/test-reports/']);

// One file of each entry that should start quickly.
project.compileTask.exec('ts-node -T -P tsconfig.dev.json tools/bundle.ts');
// What only the bundled command consists of.
project.npmignore?.addPatterns('/lib/cli/**', '!/lib/cli/bin.js');

// Source maps would double the package; the compiled code is as readable as its source.
project.tryFindObjectFile('tsconfig.json')?.addDeletionOverride('compilerOptions.inlineSourceMap');
project.tryFindObjectFile('tsconfig.json')?.addDeletionOverride('compilerOptions.inlineSources');

// Sub-paths for resolvers of both kinds: those that read `exports`, and node10, with which cdk8s apps are compiled.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  ...Object.fromEntries(subpaths.map(([name, file]) => [`./${name}`, { types: `./lib/${file}.d.ts`, default: `./lib/${file}.js` }])),
  './package.json': './package.json',
  './.jsii': './.jsii',
});
project.package.addField('typesVersions', {
  '*': Object.fromEntries(subpaths.map(([name, file]) => [name, [`./lib/${file}.d.ts`]])),
});

// Newer ones lack platform bindings, which breaks `npm ci`.
project.package.addPackageResolutions('unrs-resolver@1.12.2', 'rollup@4.67.4');

// Scripts and examples run from their sources; this is their type-check and their ts-node settings.
new JsonFile(project, 'tsconfig.dev.json', {
  obj: {
    extends: './tsconfig.json',
    compilerOptions: { noEmit: true, rootDir: '.', module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '5.0', paths: selfFrom('.') },
    include: ['.projenrc.ts', ...['src', ...SCRIPT_FOLDERS].map((f) => `${f}/**/*.ts`)],
    exclude: ['node_modules'],
  },
});
project.tryFindObjectFile('test/tsconfig.json')?.addOverride('compilerOptions.paths', selfFrom('..'));
project.testTask.exec('tsc -p test/tsconfig.json');
project.testTask.exec('tsc -p tsconfig.dev.json');

const script = (name: string, description: string, file: string) =>
  project.addTask(name, { description, receiveArgs: true, exec: `ts-node -T -P tsconfig.dev.json ${file}` });
script('generate', 'Generates src/k8s and the props from the reduced OpenAPI; --check only compares', 'tools/generate.ts');
script('reduce', 'Reduces the OpenAPI of one Kubernetes minor to tools/openapi (needs Go and its modules)', 'tools/reduce.ts');
script('examples', 'Synthesizes every example into dist/examples', '-r ./examples/register.ts examples/run.ts');
script('bench', 'Measures against the peers: all of it, or one benchmark by name; --help', '-r ./examples/register.ts bench/main.ts');
script('conformance', 'Asks the real Kubernetes code and the review about generated manifests (needs Go); --help', 'conformance/main.ts');
script('conformance:record', 'Records what the real Kubernetes code says of the cases in test/admission/cases (needs Go)', 'conformance/record.ts');
script('conformance:yaml', 'Reads with other parsers what our writer wrote, and with ours what Kubernetes reads (needs Go); --help', 'conformance/yaml/main.ts');
script('docs', 'Writes what is generated in docs: findings, pictures, code and YAML of the examples; --check only compares', 'tools/docs/main.ts');
project.postCompileTask.spawn(script('docgen', 'Writes docs/api, the pages of every class, prop and field, from the compiled library', 'tools/docs/api/main.ts'));
project.gitattributes.addAttributes('/docs/api/**', 'linguist-generated');
script('workflows', 'Checks GitHub\'s workflows, our own and those of examples and docs, with actionlint (needs Go)', 'tools/workflows/main.ts');
script('languages', 'Builds the Python and Java packages and runs the same program in each language (needs Python)', 'languages/run.ts');
script('e2e', 'Creates every example on a real kube-apiserver (needs Go)', '-r ./examples/register.ts conformance/e2e/main.ts');

// The nearest tsconfig.json of a script is the library's, which does not include it.
project.tryFindObjectFile('.eslintrc.json')?.addOverride('parserOptions.projectService', undefined);
project.tryFindObjectFile('.eslintrc.json')?.addOverride('parserOptions.project', ['./tsconfig.dev.json', './test/tsconfig.json', './projenrc/tsconfig.json']);
project.tryFindObjectFile('.eslintrc.json')?.addOverride('settings.import/resolver.typescript.project', './tsconfig.dev.json');

// One hand: the same braces, arrow functions and line length in every room.
project.eslint?.addRules({
  'curly': ['error', 'all'],
  '@stylistic/brace-style': ['error', '1tbs', { allowSingleLine: false }],
  '@stylistic/arrow-parens': ['error', 'always'],
  '@stylistic/arrow-spacing': 'error',
  '@stylistic/block-spacing': 'error',
  '@stylistic/comma-style': 'error',
  '@stylistic/eol-last': 'error',
  '@stylistic/function-call-spacing': 'error',
  '@stylistic/max-statements-per-line': ['error', { max: 1 }],
  '@stylistic/operator-linebreak': ['error', 'before'],
  '@stylistic/padded-blocks': ['error', 'never'],
  '@stylistic/semi-spacing': 'error',
  '@stylistic/space-before-function-paren': ['error', { anonymous: 'always', named: 'never', asyncArrow: 'always' }],
  '@stylistic/space-in-parens': 'error',
  '@stylistic/space-infix-ops': 'error',
  '@stylistic/space-unary-ops': 'error',
  '@stylistic/spaced-comment': ['error', 'always', { markers: ['/'] }],
  '@stylistic/switch-colon-spacing': 'error',
  '@stylistic/template-curly-spacing': 'error',
  '@stylistic/type-annotation-spacing': 'error',
  '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
});

// The house rules of who may import what.
const zone = (target: string, from: string, message: string) => ({ target, from, message });
project.eslint?.addRules({
  'import/no-default-export': 'error',
  'import/no-restricted-paths': ['error', {
    zones: [
      zone('./src/k8s', './src/!(k8s)/**', 'k8s is generated and imports nothing of ours'),
      zone('./src/admission/formats', './src/!(admission)/**', 'formats import nothing of ours'),
      zone('./src/admission', './src/!(k8s|admission|insight)/**', 'admission imports k8s and insight only'),
      zone('./src/insight', './src/!(k8s|admission|insight)/**', 'insight imports k8s and admission only'),
      zone('./src/constructs/!(attach).ts', './src/!(k8s|constructs)/**', 'constructs import cdk8s and k8s; attach.ts is the bridge'),
      zone('./src/constructs/bridge/attach.ts', './src/!(k8s|constructs|admission|locate|report)/**', 'attach.ts leads to admission, locate and report'),
      zone('./src/@(locate|report)', './src/!(k8s|admission|insight|locate|report)/**', 'locate and report are functions of findings'),
      zone('./src/yaml', './src/!(yaml)/**', 'yaml imports nothing of ours'),
      zone('./src/!(cli|plugin|testing)/**', './src/@(cli|plugin|testing)/**', 'nothing imports cli, plugin or testing'),
      zone('./src', './@(test|tools|examples|conformance|bench|languages)/**', 'the library imports no scripts and no tests'),
    ],
  }],
});
for (const room of ['admission', 'insight']) {
  project.eslint?.addOverride({
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { paths: ['cdk8s', 'constructs', 'yaml', ...NODE], patterns: ['node:*', 'cdk8s/*'] }],
    },
  });
}
project.eslint?.addOverride({
  files: ['src/k8s/**/*.ts', 'src/constructs/generated/props.ts', 'src/admission/decode/ordinary.ts'],
  rules: { '@stylistic/max-len': 'off', 'max-len': 'off', '@stylistic/indent': 'off' },
});
// Tables of what the generator makes.
project.eslint?.addOverride({ files: ['conformance/generate/**/*.ts'], rules: { '@stylistic/max-len': 'off', 'max-len': 'off' } });
// The package's own name counts as internal here, and stands among the others for a reader.
project.eslint?.addOverride({ files: ['examples/**/*.ts', 'bench/**/*.ts'], rules: { 'import/order': 'off' } });
project.eslint?.allowDevDeps('bench/**');
project.eslint?.allowDevDeps('conformance/**');
project.eslint?.allowDevDeps('languages/**');
project.eslint?.allowDevDeps('tools/**');
// The command is bundled with what it needs.
project.eslint?.allowDevDeps('src/cli/**');
project.eslint?.addOverride({ files: ['.projenrc.ts'], rules: { 'import/no-extraneous-dependencies': 'off' } });

project.synth();
