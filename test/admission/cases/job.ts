import { Case, container, Manifest } from './base';
import { podSpec, templateLabels, workloadCases } from './base-workloads';

const POLICY = { podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] } };
const indexed = (fields: object = {}) => ({ completionMode: 'Indexed', completions: 10, ...fields });
const success = (rule: object, completions = 10) => indexed({ completions, successPolicy: { rules: [rule] } });
const indexes = (succeededIndexes: string, completions = 10) => success({ succeededIndexes }, completions);
const rule = (fields: object, job: object = {}) => ({ podFailurePolicy: { rules: [{ action: 'FailJob', ...fields }] }, ...job });
const exitCodes = (fields: object) => rule({ onExitCodes: { operator: 'In', values: [1], ...fields } });
const conditions = (...onPodConditions: object[]) => rule({ onPodConditions });
const manual = (labels: object | undefined, selector: unknown) => (object: Manifest) => {
  Object.assign(object.spec, { manualSelector: true, selector });
  object.spec.template.metadata = { labels };
};
const labelled = (labels: object, selector?: object) => (object: Manifest) => {
  object.spec.template.metadata = { labels };
  object.spec.selector = selector;
};
const named = (name: string, fields: object = {}) => (object: Manifest) => {
  object.metadata = { name };
  Object.assign(object.spec, fields);
};
const labelledName = (name: string, ofTemplate: object | null, labels?: object) => (object: Manifest) => {
  object.metadata = { name, labels };
  object.spec.template.metadata = { labels: ofTemplate };
};
const prefixed = (generateName: string, fields: object = {}) => (object: Manifest) => {
  object.metadata = { generateName };
  Object.assign(object.spec, fields);
};
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

export const cases: Case[] = [
  ...workloadCases('Job', {
    'the smallest': {},
    'no spec': (object) => delete object.spec,
    'empty spec': (object) => object.spec = {},
    'no template': { template: undefined },
    'all numbers': { parallelism: 2, completions: 3, activeDeadlineSeconds: 4, backoffLimit: 5, ttlSecondsAfterFinished: 6 },
    'all numbers 0': { parallelism: 0, completions: 0, activeDeadlineSeconds: 0, backoffLimit: 0, ttlSecondsAfterFinished: 0 },
    'all numbers below 0': {
      parallelism: -1,
      completions: -1,
      activeDeadlineSeconds: -1,
      backoffLimit: -1,
      ttlSecondsAfterFinished: -1,
      backoffLimitPerIndex: -1,
      maxFailedIndexes: -1,
    },
    'suspended': { suspend: true },
    'restart policy OnFailure': podSpec({ restartPolicy: 'OnFailure' }),
    'restart policy Always': podSpec({ restartPolicy: 'Always' }),
    'restart policy missing': podSpec({ restartPolicy: undefined }),
    'restart policy of another name': podSpec({ restartPolicy: 'Sometimes' }),
    'restart policy OnFailure with a failure policy': (object) => {
      Object.assign(object.spec, POLICY);
      object.spec.template.spec.restartPolicy = 'OnFailure';
    },
    'bad container': podSpec({ containers: [{ name: 'A', image: '' }] }),
    'no containers': podSpec({ containers: [] }),
    'deadline of the pods': podSpec({ activeDeadlineSeconds: 5 }),

    'managedBy': { managedBy: 'example.com/controller' },
    'managedBy nobody': { managedBy: '' },
    'managedBy a domain': { managedBy: 'example.com' },
    'managedBy a domain and a slash': { managedBy: 'example.com/' },
    'managedBy a slash': { managedBy: '/controller' },
    'managedBy a bad domain': { managedBy: 'Example/controller' },
    'managedBy a bad path': { managedBy: 'example.com/a b' },
    'managedBy a bad domain and path': { managedBy: 'E/ ' },
    'managedBy 63 characters': { managedBy: `example.com/${'a'.repeat(51)}` },
    'managedBy 64 characters': { managedBy: `example.com/${'a'.repeat(52)}` },
    'managedBy 64 bad characters': { managedBy: 'a'.repeat(64) },

    'NonIndexed': { completionMode: 'NonIndexed' },
    'another completion mode': { completionMode: 'Counted' },
    'empty completion mode': { completionMode: '' },
    'another completion mode with indexes': { completionMode: 'Counted', backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
    'Indexed': indexed(),
    'Indexed without completions': { completionMode: 'Indexed', parallelism: 1 },
    'Indexed by default': { completionMode: 'Indexed' },
    'Indexed with 0 completions': indexed({ completions: 0 }),
    'Indexed with completions below 0': indexed({ completions: -1 }),
    'Indexed with retries of indexes': indexed({ backoffLimitPerIndex: 1 }),
    'Indexed with failed indexes': indexed({ backoffLimitPerIndex: 1, maxFailedIndexes: 10 }),
    'Indexed with failed indexes but no retries': indexed({ maxFailedIndexes: 10 }),
    'Indexed with more failed indexes than completions': indexed({ backoffLimitPerIndex: 1, maxFailedIndexes: 11 }),
    'Indexed with failed indexes and no completions': { completionMode: 'Indexed', parallelism: 1, backoffLimitPerIndex: 1, maxFailedIndexes: 11 },
    'Indexed with 100000 at once': indexed({ parallelism: 100000 }),
    'Indexed with 100001 at once': indexed({ parallelism: 100001 }),
    'Indexed with 100000 failed indexes': indexed({ completions: 100000, backoffLimitPerIndex: 1, maxFailedIndexes: 100000 }),
    'Indexed with 100001 failed indexes': indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 100001 }),
    'Indexed with 100001 failed indexes without retries': indexed({ completions: 100001, maxFailedIndexes: 100001 }),
    'Indexed with 100001 completions': indexed({ completions: 100001 }),
    'Indexed with 100001 completions and retries': indexed({ completions: 100001, backoffLimitPerIndex: 1 }),
    'Indexed with 100001 completions at its limits': indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 10000, parallelism: 10000 }),
    'Indexed with 100001 completions above its limits': indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 10001, parallelism: 10001 }),
    'Indexed with 100001 completions far above its limits': indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 200000, parallelism: 200000 }),
    'NonIndexed with 200000 at once': { parallelism: 200000, completions: 200000 },
    'retries of indexes without indexes': { backoffLimitPerIndex: 1 },
    'failed indexes without indexes': { maxFailedIndexes: 1 },
    'both without indexes': { backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
    'Indexed with a long name': named('w'.repeat(61), indexed()),
    'Indexed with a name that is too long': named('w'.repeat(62), indexed()),
    'Indexed with a long name and many completions': named('w'.repeat(60), indexed({ completions: 1000 })),
    'Indexed with a dot in its name': named('web.a', indexed()),
    'Indexed with a dot in its name and nothing to do': named('web.a', indexed({ completions: 0 })),
    'Indexed with a dot in its prefix': prefixed('web.a', indexed()),
    'Indexed with a long prefix': prefixed('w'.repeat(58), indexed()),
    'Indexed without a name': (object) => {
      object.metadata = {};
      Object.assign(object.spec, indexed());
    },
  }),
  ...workloadCases('Job', {
    'podReplacementPolicy': { podReplacementPolicy: 'Failed' },
    'another podReplacementPolicy': { podReplacementPolicy: 'Never' },
    'empty podReplacementPolicy': { podReplacementPolicy: '' },
    'podReplacementPolicy and podFailurePolicy': { podReplacementPolicy: 'Failed', ...POLICY },
    'podReplacementPolicy that goes with no podFailurePolicy': { podReplacementPolicy: 'TerminatingOrFailed', ...POLICY },

    'podFailurePolicy': POLICY,
    'podFailurePolicy, empty': { podFailurePolicy: {} },
    'podFailurePolicy without rules': { podFailurePolicy: { rules: [] } },
    'podFailurePolicy of 20 rules': { podFailurePolicy: { rules: numbers(20).map(() => POLICY.podFailurePolicy.rules[0]) } },
    'podFailurePolicy of 21 rules': { podFailurePolicy: { rules: numbers(21).map(() => POLICY.podFailurePolicy.rules[0]) } },
    'podFailurePolicy without an action': rule({ action: undefined, onExitCodes: { operator: 'In', values: [1] } }),
    'podFailurePolicy with another action': rule({ action: 'Retry', onExitCodes: { operator: 'In', values: [1] } }),
    'podFailurePolicy with FailIndex': rule({ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }, indexed({ backoffLimitPerIndex: 1 })),
    'podFailurePolicy with FailIndex without retries': rule({ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }),
    'podFailurePolicy with Count': rule({ action: 'Count', onExitCodes: { operator: 'NotIn', values: [0] } }),
    'podFailurePolicy with nothing to match': rule({}),
    'podFailurePolicy with both': rule({ onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'A' }] }),
    'podFailurePolicy with both, empty': rule({ onExitCodes: {}, onPodConditions: [] }),
    'condition': conditions({ type: 'example.com/Broken', status: 'Unknown' }),
    'condition with another status': conditions({ type: 'A', status: 'true' }),
    'condition without a type': conditions({}),
    'condition with a bad type': conditions({ type: 'a/b/c' }),
    '20 conditions': conditions(...numbers(20).map((i) => ({ type: `A${i}` }))),
    '21 conditions': conditions(...numbers(21).map((i) => ({ type: `A${i}` }))),
    'exit codes': exitCodes({ values: [1, 2, 255] }),
    'exit codes without an operator': exitCodes({ operator: undefined }),
    'exit codes with another operator': exitCodes({ operator: 'Is', values: [0] }),
    'exit code 0 In': exitCodes({ values: [0, 1] }),
    'exit code 0 NotIn': exitCodes({ operator: 'NotIn', values: [0, 1] }),
    'no exit codes': exitCodes({ values: [] }),
    'exit codes twice': exitCodes({ values: [1, 1, 2, 2] }),
    'exit codes without order': exitCodes({ values: [2, 1] }),
    'exit codes without order and twice': exitCodes({ values: [2, 1, 2] }),
    'exit codes below 0 and above 255': exitCodes({ values: [-1, 256] }),
    '255 exit codes': exitCodes({ values: numbers(255) }),
    '256 exit codes': exitCodes({ values: numbers(256) }),
    'exit codes of a container': exitCodes({ containerName: 'main' }),
    'exit codes of no container': exitCodes({ containerName: 'other' }),
    'exit codes of a container without a name': exitCodes({ containerName: '' }),
    'exit codes of an init container': (object) => {
      Object.assign(object.spec, exitCodes({ containerName: 'first' }));
      object.spec.template.spec.initContainers = [container({ name: 'first' })];
    },
  }),
  ...workloadCases('Job', {
    'successPolicy': success({ succeededIndexes: '0-2,5', succeededCount: 3 }),
    'successPolicy without indexes': { successPolicy: { rules: [{ succeededCount: 1 }] } },
    'successPolicy of another mode': { completionMode: 'Counted', successPolicy: { rules: [{ succeededCount: 1 }] } },
    // without completions the server's own code breaks down in successPolicy
    'successPolicy, empty': indexed({ successPolicy: {} }),
    'successPolicy of 20 rules': indexed({ successPolicy: { rules: numbers(20).map(() => ({ succeededCount: 1 })) } }),
    'successPolicy of 21 rules': indexed({ successPolicy: { rules: numbers(21).map(() => ({ succeededCount: 1 })) } }),
    'successPolicy with an empty rule': success({}),
    'succeededCount 0': success({ succeededCount: 0 }),
    'succeededCount below 0': success({ succeededCount: -1 }),
    'succeededCount of all': success({ succeededCount: 10 }),
    'succeededCount of more': success({ succeededCount: 11 }),
    'succeededCount of all indexes': success({ succeededIndexes: '0-2', succeededCount: 3 }),
    'succeededCount of more than the indexes': success({ succeededIndexes: '0-2', succeededCount: 4 }),
    'succeededCount of bad indexes': success({ succeededIndexes: 'x', succeededCount: 1 }),
    'succeededCount of no indexes': success({ succeededIndexes: '', succeededCount: 1 }),
    'indexes empty': indexes(''),
    'index': indexes('9'),
    'index too high': indexes('10'),
    'indexes too high': indexes('8-10'),
    'index after a plus': indexes('+1'),
    'index with a space': indexes('1, 2'),
    'index with zeros': indexes('001-0002'),
    'index below 0': indexes('-1'),
    'indexes twice': indexes('1,1'),
    'indexes that go down': indexes('2,1'),
    'indexes that go down inside': indexes('3-2'),
    'indexes from one to itself': indexes('3-3'),
    'indexes that touch': indexes('1-2,3'),
    'indexes that overlap': indexes('1-3,3-4'),
    'indexes with three parts': indexes('1-2-3'),
    'indexes with a comma too many': indexes('1,'),
    'indexes that are words': indexes('one'),
    'indexes of 30 digits': indexes('1'.repeat(30)),
    'index of no completions': indexes('0', 0),
    'indexes of 65536 characters': indexes(`0${'0'.repeat(65535)}`),
    'indexes of 65537 characters': indexes(`0${'0'.repeat(65536)}`),
  }),
  ...workloadCases('Job', {
    'labels of its own': templateLabels({ app: 'a' }),
    'bad labels of its own': templateLabels({ 'bad/': '-' }),
    'labels that the server gives': labelled({ 'job-name': 'web' }),
    'new labels that the server gives': labelled({ 'batch.kubernetes.io/job-name': 'web' }),
    'name label of another Job': labelled({ 'job-name': 'other' }),
    'new name label of another Job': labelled({ 'batch.kubernetes.io/job-name': 'other' }),
    'uid label': labelled({ 'controller-uid': 'x' }),
    'new uid label': labelled({ 'batch.kubernetes.io/controller-uid': 'x' }),
    'bad uid label': labelled({ 'controller-uid': '-', 'job-name': '' }),
    'selector': labelled({ app: 'a' }, { matchLabels: { app: 'a' } }),
    'empty selector': labelled({ app: 'a' }, {}),
    'selector of the name': labelled({}, { matchLabels: { 'job-name': 'web' } }),
    'selector of another name': labelled({}, { matchLabels: { 'job-name': 'other' } }),
    'selector of a uid': labelled({}, { matchLabels: { 'batch.kubernetes.io/controller-uid': 'x' } }),
    'selector and label of a uid': labelled({ 'batch.kubernetes.io/controller-uid': 'x' }, { matchLabels: { 'batch.kubernetes.io/controller-uid': 'x' } }),
    'selector that cannot be read': labelled({}, { matchLabels: { app: '-' } }),
    'selector with a bad operator': labelled({}, { matchExpressions: [{ key: 'a', operator: 'Is' }] }),
    'selector that is met': labelled({}, { matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }),
    'manual selector': manual({ app: 'a' }, { matchLabels: { app: 'a' } }),
    'manual selector, missing': manual({ app: 'a' }, undefined),
    'manual selector, empty': manual(undefined, {}),
    'manual selector of other labels': manual({ app: 'a' }, { matchLabels: { app: 'b' } }),
    'manual selector that cannot be read': manual({ app: 'a' }, { matchLabels: { app: '-' } }),
    'manual selector and labels of another Job': manual({ 'job-name': 'other' }, { matchLabels: { 'job-name': 'other' } }),
    'manualSelector false': { manualSelector: false },
    'name of 63': named('w'.repeat(63)),
    'name of 64, too long for a label': named('w'.repeat(64)),
    'name of 64 with a manual selector': named('w'.repeat(64), { manualSelector: true, selector: {} }),
    'name of 64 with labels': (object) => {
      object.metadata.name = 'w'.repeat(64);
      object.spec.template.metadata = { labels: { 'app': 'a', 'job-name': 'w'.repeat(64) } };
    },
    'name of 64 with other labels': labelledName('w'.repeat(64), { app: 'a' }),
    'name with a letter that no label has, and labels': labelledName('ü', { app: 'a' }),
    'name of 64 with empty labels': labelledName('w'.repeat(64), {}),
    'name of 64 with labels that are null': labelledName('w'.repeat(64), null),
    'name of 64 with a label that is null': labelledName('w'.repeat(64), { app: null }),
    'name of 64 with labels of the Job and of the template': labelledName('w'.repeat(64), { app: 'a' }, { app: 'b' }),
    'name of 64 with empty labels of the Job': labelledName('w'.repeat(64), { app: 'a' }, {}),
    'name of 64 with a bad name label of the Job': labelledName('w'.repeat(64), { app: 'a' }, { 'job-name': '-' }),
    'name of 64 with labels and a manual selector': (object) => {
      object.metadata.name = 'w'.repeat(64);
      Object.assign(object.spec, { manualSelector: true, selector: { matchLabels: { app: 'a' } } });
      object.spec.template.metadata = { labels: { app: 'a' } };
    },
    'name of 254': named('w'.repeat(254)),
    'name with a capital': named('Web'),
    'no name': (object) => object.metadata = {},
    'scheduling, which is behind a gate': { scheduling: { schedulingPolicy: { gang: { minCount: 0 } } } },
    'prefix of names': prefixed('web-'),
    'long prefix of names': prefixed('w'.repeat(100)),
    'bad prefix of names': prefixed('Web'),
    'a prefix that is no label': (object) => {
      object.metadata = { generateName: '.' };
      object.spec.template.metadata = { labels: { app: 'web' } };
    },
    'a prefix that is no label, and labels without any': (object) => {
      object.metadata = { generateName: '.' };
      object.spec.template.metadata = { labels: {} };
    },
    'prefix of names and a name label': (object) => {
      object.metadata = { generateName: 'web-' };
      object.spec.template.metadata = { labels: { 'job-name': 'web-' } };
    },
  }),
];
