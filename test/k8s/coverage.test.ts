import type { Leaf } from './reach';
import { leavesOf, Reach } from './reach';
import { MINORS } from '../../src/admission/version';
import { KINDS, POD_KINDS } from '../../src/k8s/kinds';
import { groupOf } from '../../tools/generate/constructs';
import { readReduced } from '../../tools/generate/model';
import type { Reduced } from '../../tools/reduce/reduced';

const NEWEST = MINORS[MINORS.length - 1];
const newest = readReduced(NEWEST);

/** The fields of a kind that a user writes. */
const typesOf = ({ kinds }: Reduced): string[] => Object.entries(kinds)
  .flatMap(([kind, { type = kind, also = {} }]) => [type, ...Object.values(also)]);
const written = (kind: string): Leaf[] => leavesOf(newest, kind).filter((leaf) => !/^(apiVersion|kind|status)\b/.test(leaf.path));

/** Props leave out the `spec` level, in templates too. */
function inProps(leaf: Leaf): Leaf {
  const steps = leaf.steps.filter((step, i) => {
    const before = leaf.steps[i - 1];
    return !(typeof step === 'object' && step.field === 'spec'
      && (i === 0 || typeof before === 'object' && ['template', 'jobTemplate'].includes(before.field)));
  });
  return { ...leaf, steps };
}

interface Exception {
  readonly field: string;
  readonly why: string;
  /** The values that remain; without it, the whole field is refused. */
  readonly remaining?: readonly string[];
}

const EPHEMERAL = 'the API takes ephemeral containers only for a pod that runs, through a subresource';
const DEADLINE = 'validation forbids a deadline for pods that a workload keeps running';
const ALWAYS = 'validation supports only Always for pods that a workload keeps running';
const WORKLOAD: Exception[] = [
  { field: 'spec.template.spec.ephemeralContainers[]', why: EPHEMERAL },
  { field: 'spec.template.spec.activeDeadlineSeconds', why: DEADLINE },
  { field: 'spec.template.spec.restartPolicy', why: ALWAYS, remaining: ['Always'] },
];
const JOB_POLICY = { why: 'validation requires OnFailure or Never for the pods of a job', remaining: ['OnFailure', 'Never'] };
const IN_INIT = 'validation forbids it in an init container that is no sidecar';
const IN_EPHEMERAL = 'validation forbids it in an ephemeral container';

interface Compared {
  readonly props: string;
  readonly api: string;
  readonly leaves: Leaf[];
  readonly exceptions: Exception[];
  /** Without it, the props are those that are described in tools/generate/props.ts. */
  readonly file?: string;
}

/** The props of a generated construct. */
function generated(kind: string): Compared {
  const { type = kind } = newest.kinds[kind];
  const file = `constructs/generated/${groupOf({ name: kind, type, ...newest.kinds[kind] })}.ts`;
  return { props: `${kind}Props`, api: kind, leaves: written(type), exceptions: [], file };
}

const PROPS: readonly Compared[] = [
  { props: 'PodProps', api: 'Pod', leaves: written('Pod'), exceptions: [{ field: 'spec.ephemeralContainers[]', why: EPHEMERAL }] },
  ...['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController'].map((kind) => (
    { props: `${kind}Props`, api: kind, leaves: written(kind), exceptions: WORKLOAD })),
  {
    props: 'JobProps',
    api: 'Job',
    leaves: written('Job'),
    exceptions: [
      { field: 'spec.template.spec.ephemeralContainers[]', why: EPHEMERAL },
      { field: 'spec.template.spec.restartPolicy', ...JOB_POLICY },
    ],
  },
  {
    props: 'CronJobProps',
    api: 'CronJob',
    leaves: written('CronJob'),
    exceptions: [
      { field: 'spec.jobTemplate.spec.template.spec.ephemeralContainers[]', why: EPHEMERAL },
      { field: 'spec.jobTemplate.spec.template.spec.restartPolicy', ...JOB_POLICY },
      { field: 'spec.jobTemplate.spec.selector', why: 'validation refuses a selector in the template of a cron job' },
    ],
  },
  {
    props: 'PodTemplateObjectProps',
    api: 'PodTemplate',
    leaves: written('PodTemplate'),
    exceptions: [{ field: 'template.spec.ephemeralContainers[]', why: EPHEMERAL }],
  },
  { props: 'ServiceProps', api: 'Service', leaves: written('Service'), exceptions: [] },
  {
    props: 'ContainerProps',
    api: 'Container',
    leaves: leavesOf(newest, 'Container'),
    exceptions: [{ field: 'name', why: 'the id of the construct is the name' }],
  },
  {
    props: 'InitContainerProps',
    api: 'Container',
    leaves: leavesOf(newest, 'Container'),
    exceptions: [
      { field: 'name', why: 'the id of the construct is the name' },
      { field: 'restartPolicy', why: 'with Always it is a sidecar', remaining: ['Never', 'OnFailure'] },
      ...['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].map((field) => ({ field, why: IN_INIT })),
    ],
  },
  {
    props: 'SidecarProps',
    api: 'Container',
    leaves: leavesOf(newest, 'Container'),
    exceptions: [
      { field: 'name', why: 'the id of the construct is the name' },
      { field: 'restartPolicy', why: 'a sidecar always has Always, which the construct writes' },
    ],
  },
  {
    props: 'EphemeralContainerProps',
    api: 'EphemeralContainer',
    leaves: leavesOf(newest, 'EphemeralContainer'),
    exceptions: [
      { field: 'name', why: 'the id of the construct is the name' },
      ...['ports[]', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'resources', 'resizePolicy[]', 'restartPolicy',
        'restartPolicyRules[]'].map((field) => ({ field, why: IN_EPHEMERAL })),
    ],
  },
  ...Object.keys(newest.kinds).filter((kind) => !POD_KINDS.some((pod) => pod === kind)).map(generated),
];

const concerns = (exception: Exception, leaf: Leaf): boolean => leaf.path === exception.field || leaf.path.startsWith(`${exception.field}.`);

let reach: Reach;
beforeAll(() => {
  reach = new Reach();
}, 60_000);

/** The spec of this one has metadata of its own, beside that of the object. */
const leafOf = ({ api }: Compared, leaf: Leaf): Leaf => (api === 'ResourceClaimTemplate' ? leaf : inProps(leaf));

const missing = (file: string, name: string, leaves: readonly Leaf[]): string[] => {
  const root = reach.exported(file, name);
  return leaves.filter((leaf) => !reach.reaches(root, leaf)).map((leaf) => leaf.path);
};

test(`PodSpec of 1.${NEWEST} has 849 leaf fields`, () => {
  expect(leavesOf(newest, 'PodSpec').length).toBe(849);
});

describe('the API\'s structs', () => {
  test.each(['PodSpec', ...typesOf(newest)].map((type) => ({ type, count: leavesOf(newest, type).length })))(
    '$type: 100 % of $count leaf fields', ({ type }) => {
      expect(missing('k8s/index.ts', type, leavesOf(newest, type))).toEqual([]);
    });

  test.each(MINORS)('all kinds of 1.%i: 100 %%', (minor) => {
    const reduced = readReduced(minor);
    expect(typesOf(reduced).flatMap((type) => missing('k8s/index.ts', type, leavesOf(reduced, type)))).toEqual([]);
  });
});

describe('props: all that a create can accept', () => {
  test('each kind is compared', () => {
    expect(Object.keys(KINDS).filter((kind) => !PROPS.some(({ api }) => api === kind))).toEqual([]);
  });

  test.each(PROPS.map((each) => ({ ...each, count: each.leaves.length })))('$props: 100 % of $count leaf fields of $api', (each) => {
    const { props, leaves, exceptions, file = 'constructs/generated/props.ts' } = each;
    const expected = leaves.flatMap((leaf) => {
      const exception = exceptions.find((one) => concerns(one, leaf));
      return exception ? exception.remaining ? [{ ...leaf, values: exception.remaining }] : [] : [leaf];
    });
    expect(missing(file, props, expected.map((leaf) => leafOf(each, leaf)))).toEqual([]);
  });

  test.each(PROPS.flatMap(({ props, leaves, exceptions }) => exceptions.map((exception) => ({ props, leaves, exception, ...exception }))))(
    '$props without $field: $why', ({ props, leaves, exception }) => {
      const concerned = leaves.filter((leaf) => concerns(exception, leaf));
      expect(concerned.length).toBeGreaterThan(0);
      expect(missing('constructs/generated/props.ts', props, concerned.map(inProps))).toEqual(concerned.map((leaf) => leaf.path));
    });
});

describe('the measure itself', () => {
  const leaf = (path: string, type: string, values?: string[]): Leaf => (
    { path, type, values, steps: path.split('.').flatMap((part) => [{ field: part.replace('[]', '') }, ...(part.endsWith('[]') ? ['item' as const] : [])]) });

  test.each([
    ['a field that does not exist', leaf('containers[].imag', 'string')],
    ['a list that is none', leaf('hostname[]', 'string')],
    ['another type', leaf('hostname', 'int32')],
    ['a number that cannot be a string', leaf('containers[].ports[].hostPort', 'int-or-string')],
    ['a value that the union lacks', leaf('dnsPolicy', 'string', ['Default', 'Other'])],
    ['an open string where values are closed', leaf('dnsPolicy', 'string')],
  ])('refuses %s', (_, wrong) => {
    expect(missing('k8s/index.ts', 'PodSpec', [wrong])).toEqual([wrong.path]);
  });
});
