import { Case } from './base';
import { SELECTORS, workloadCases } from './base-workloads';

const rolling = (maxUnavailable?: unknown, maxSurge?: unknown) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } } });
const annotated = (value: string) => (object: { [field: string]: any }) => object.metadata.annotations = { 'deprecated.daemonset.template.generation': value };
const { 'replicas 0': unused, ...selectors } = SELECTORS;

export const cases: Case[] = workloadCases('DaemonSet', {
  ...selectors,
  'replicas': { replicas: 1 },
  'strategy of another type': { updateStrategy: { type: 'Rolling' } },
  'OnDelete': { updateStrategy: { type: 'OnDelete' } },
  'OnDelete with numbers': { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: -1, maxUnavailable: '500%' } } },
  'rollingUpdate without a type': { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } },
  'empty rollingUpdate': rolling(),
  'numbers': rolling(2, 0),
  'surge': rolling(0, '10%'),
  'surge beside the default': rolling(undefined, 1),
  '0 beside the default': rolling(0),
  '0 and 0': rolling(0, 0),
  '0% and 0%': rolling('0%', '0%'),
  'both': rolling(1, 1),
  'both as percentages': rolling('1%', '1%'),
  'below 0': rolling(-1, 0),
  'both below 0': rolling(-1, -1),
  'text that is none': rolling('some', 'more'),
  'text that is none, and surge': rolling('some', 1),
  'text that is a number': rolling('1', 0),
  '100%': rolling('100%', 0),
  '101%': rolling('101%', 0),
  'surge of 101%': rolling(0, '101%'),
  'both of 101%': rolling('101%', '101%'),
  'revisionHistoryLimit 0': { revisionHistoryLimit: 0 },
  'revisionHistoryLimit below 0': { revisionHistoryLimit: -1 },
  'annotation with a generation': annotated('5'),
  'annotation with a generation below 0': annotated('-5'),
  'annotation with an empty generation': annotated(''),
  'annotation with a generation that is no number': annotated('5x'),
  'annotation with a signed generation': annotated('+5'),
  'annotation with the largest generation': annotated('9223372036854775807'),
  'annotation with a generation above the largest': annotated('9223372036854775808'),
  'annotation with the smallest generation': annotated('-9223372036854775808'),
  'annotation with a generation below the smallest': annotated('-9223372036854775809'),
  'annotation with a long generation': annotated(`${'0'.repeat(40)}7`),
  'annotation with a generation that alone is too long': annotated('0'.repeat(262144)),
  'annotation with no number': annotated('last'),
});
