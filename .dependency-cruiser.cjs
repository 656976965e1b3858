// Who may import what: `npm run imports`. Type imports count too.

/** The rooms of src, and the rooms that each may import. */
const ROOMS = {
  k8s: [],
  yaml: [],
  drawing: [],
  objects: ['admission', 'k8s'],
  admission: ['k8s'],
  controllers: ['admission', 'k8s'],
  insight: ['drawing', 'objects', 'admission', 'k8s'],
  cluster: ['objects', 'insight', 'controllers', 'admission', 'k8s'],
  links: ['drawing', 'objects', 'cluster', 'controllers', 'admission', 'k8s'],
  diff: ['objects', 'cluster', 'links', 'controllers', 'admission', 'k8s'],
  report: ['admission', 'k8s', 'objects', 'insight', 'cluster', 'links', 'diff'],
  locate: ['report', 'admission', 'k8s', 'yaml'],
  constructs: ['k8s'],
  synth: ['constructs', 'yaml'],
  check: ['locate', 'report', 'objects', 'cluster', 'links', 'admission', 'k8s', 'yaml'],
  plugin: ['check', 'locate', 'report', 'admission', 'k8s', 'yaml'],
  cli: ['check', 'locate', 'report', 'admission', 'objects', 'insight', 'cluster', 'links', 'diff', 'constructs', 'synth', 'k8s', 'yaml'],
  testing: ['locate', 'report', 'admission', 'insight', 'links', 'diff', 'constructs', 'synth', 'k8s', 'yaml'],
};
/** Where constructs lead on: to the review, the place and the text of a finding. */
const BRIDGE = ['admission', 'cluster', 'diff', 'insight', 'links', 'locate', 'report'];
/** Rooms that run in a browser too. */
const BROWSER = ['admission', 'cluster', 'controllers', 'diff', 'drawing', 'insight', 'k8s', 'links', 'objects'];
/** Rooms within rooms, from the ground up: each may import those before it. */
const SUBROOMS = {
  admission: ['formats', 'decode', 'rules', 'stages', 'defaults', 'plugins', 'warnings', 'pod-security', 'advice', 'static-pods', 'made-pods'],
  links: ['app', 'network', 'checks', 'diagram'],
  diff: ['apply', 'compare', 'effects', 'notes', 'sets'],
  constructs: ['cdk8s', 'bridge', 'plain', 'values', 'generated', 'containers', 'objects'],
  yaml: ['read', 'write'],
  cli: ['import', 'check', 'diff', 'codes', 'insight', 'completion', 'commands'],
};
/**
 * Areas of rules whose files hold all of a kind: defaults, what is dropped, rules and warnings. They stand above the other rooms of the
 * admission, and only the tables of kinds lead to them, since a review of a Pod must not load them. Their rules of update stand beside.
 */
const WHOLE_KINDS = ['autoscaling', 'cluster', 'config', 'devices', 'networking', 'other', 'policy', 'rbac', 'storage'];
const WHOLE_KINDS_PATH = `^src/admission/(rules/(${WHOLE_KINDS.join('|')})|update/neighbours)/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const anyOf = (names) => `(${names.join('|')})`;

const rooms = Object.entries(ROOMS).map(([room, others]) => rule(
  `room-${room}`, `${room} imports ${others.join(', ') || 'nothing of ours'}`,
  { path: `^src/${room}/`, ...room === 'constructs' ? { pathNot: '^src/constructs/bridge/' } : {} },
  { path: '^src/', pathNot: `^src/${anyOf([room, ...others])}/` },
));

const subrooms = Object.entries(SUBROOMS).flatMap(([room, order]) => order.slice(0, -1).map((subroom, i) => rule(
  `within-${room}-${subroom}`, `${room}/${subroom} comes before ${order.slice(i + 1).join(', ')}`,
  { path: `^src/${room}/${subroom}/`, pathNot: WHOLE_KINDS_PATH },
  { path: `^src/${room}/${anyOf(order.slice(i + 1))}/` },
)));

module.exports = {
  forbidden: [
    rule('no-circles', 'no files import each other, directly or around others', {}, { circular: true }),
    rule('resolved', 'what is imported is there', {}, { couldNotResolve: true }),
    rule('own-room', 'a new folder of src needs its line in ROOMS', { path: '^src/[^/]+/', pathNot: `^src/${anyOf(Object.keys(ROOMS))}/` }, {}),
    ...rooms,
    ...subrooms,
    rule('whole-kinds', 'only the tables of kinds lead to the rules of whole kinds', {
      path: '^src/', pathNot: [WHOLE_KINDS_PATH, '^src/admission/kinds\\.ts$', '^src/admission/update/plans\\.ts$'],
    }, {
      path: WHOLE_KINDS_PATH,
    }),
    rule('bridge', 'constructs/bridge leads to admission, locate and report', { path: '^src/constructs/bridge/' }, {
      path: '^src/', pathNot: `^src/${anyOf(['constructs', 'k8s', ...BRIDGE])}/`,
    }),
    rule('formats', 'formats import nothing of ours', { path: '^src/admission/formats/' }, { path: '^src/', pathNot: '^src/admission/formats/' }),
    rule('objects', 'objects need nothing of the admission but formats', { path: '^src/objects/' }, { path: '^src/admission/', pathNot: '^src/admission/formats/' }),
    rule('no-scripts', 'the library imports no scripts and no tests', { path: '^src/' }, { path: '^(test|tools|examples|conformance|bench|languages|projenrc)/' }),
    rule('browser-core', 'these rooms run in a browser, without Node', { path: `^src/${anyOf(BROWSER)}/` }, { dependencyTypes: ['core'] }),
    rule('browser-packages', 'these rooms run in a browser, without packages', { path: `^src/${anyOf(BROWSER)}/` }, { path: 'node_modules' }),
    rule('no-dev-packages', 'the library imports no package that it is not installed with', { path: '^src/', pathNot: '^src/cli/' }, {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer', 'type-only'],
    }),
    rule('packages', 'what is imported is in package.json', { pathNot: '^examples/pipeline/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.dev.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
