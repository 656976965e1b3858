import { dns1123Subdomain } from '../../../../src/admission/formats/names';
import { Path } from '../../../../src/admission/path';
import { Report } from '../../../../src/admission/report';
import { validateObjectMeta } from '../../../../src/admission/rules/metadata/metadata';

test.each([
  ['namespaced', true, ['metadata/namespace']],
  ['cluster-scoped: the server clears it', false, []],
])('a bad namespace, %s', (_, namespaced, codes) => {
  const report = new Report();
  validateObjectMeta({ name: 'a', namespace: 'Bad_' }, Path.root.child('metadata'), { report, minor: 36, kind: 'X', type: 'X' }, { nameRule: dns1123Subdomain, namespaced });
  expect(report.findings.map(({ code }) => code)).toEqual(codes);
});
