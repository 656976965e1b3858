// A report with everything in it that a format could trip over.
import { CheckReport, ObjectResult, PlacedFinding, Summary } from '../../src/report/model';

export const HOSTILE = 'a\u0000b\u001b[31mc\nd\re\u2028f\u202eg|h`i``j<k>&l"m\'n]]>o,p:q%r@s\ud800t😀';

const finding: PlacedFinding = {
  severity: 'error',
  type: 'FieldValueRequired',
  code: 'containers/image',
  field: 'spec.containers[0].image',
  at: 'spec.containers[0].image',
  keys: ['spec', 'containers', 0, 'image'],
  message: 'a container needs an image',
  hint: 'write image: nginx:1.29',
  range: { line: 8, column: 7, endLine: 8, endColumn: 16 },
  quote: { first: 7, lines: ['  containers:', '    - name: web'] },
};

export const results: ObjectResult[] = [
  {
    file: 'k8s/web.yaml',
    index: 0,
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: 'shop',
    name: 'web',
    allowed: false,
    coverage: 'full',
    findings: [
      finding,
      { ...finding, severity: 'warning', code: 'warning/twice', type: 'FieldValueInvalid', message: 'is given twice', hint: undefined },
      { ...finding, severity: 'advice', code: 'advice/image-tag', type: 'FieldValueInvalid', message: 'has no tag' },
    ],
  },
  { file: 'k8s/web.yaml', index: 1, apiVersion: 'v1', kind: 'ConfigMap', name: 'settings', allowed: true, coverage: 'none', findings: [] },
  {
    file: 'k8s/good one.yaml',
    index: 0,
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'good',
    allowed: false,
    coverage: 'full',
    findings: [],
    ignored: [{ ...finding, message: 'has no image', reason: `set later ${HOSTILE}`, by: 'settings' }],
  },
  {
    file: `odd ${HOSTILE}/#1?.yaml`,
    index: 0,
    apiVersion: HOSTILE,
    kind: HOSTILE,
    name: HOSTILE,
    allowed: false,
    coverage: 'full',
    findings: [{
      ...finding,
      at: `metadata.labels[${HOSTILE}]`,
      message: HOSTILE,
      hint: HOSTILE,
      range: { line: 1, column: 2, endLine: 2, endColumn: 3 },
      quote: { first: 1, lines: [HOSTILE] },
    }],
  },
  {
    file: 'k8s/bad.yaml',
    index: 0,
    allowed: false,
    coverage: 'none',
    unreadable: true,
    findings: [{ severity: 'error', type: 'BadRequest', code: 'file/unreadable', field: '', at: '', keys: [], message: 'no such file or folder' }],
  },
];

const none: Summary = {
  files: 0,
  objects: 0,
  reviewed: 0,
  reviewedInPart: 0,
  notReviewed: 0,
  skipped: 0,
  passedOver: 0,
  otherFiles: {},
  refused: 0,
  podsRefused: 0,
  unreadable: 0,
  errors: 0,
  warnings: 0,
  advice: 0,
  ignored: 0,
  known: 0,
  unchanged: 0,
};

export const report: CheckReport = {
  results,
  summary: {
    ...none,
    files: 4,
    objects: 4,
    reviewed: 3,
    reviewedInPart: 0,
    notReviewed: 1,
    refused: 2,
    unreadable: 1,
    errors: 2,
    warnings: 1,
    advice: 1,
    ignored: 1,
    passedOver: 2,
    otherFiles: { 'helm-template': 3, 'kustomize-patch': 1 },
  },
  version: '1.2.3',
  kubernetesVersion: '1.36',
  warningsAsErrors: false,
};

export const empty: CheckReport = { ...report, results: [], summary: none };
