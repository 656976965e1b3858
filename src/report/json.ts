import { CheckReport, ObjectResult, PlacedFinding, RelatedPlace } from './model';

/** Version of the format. It increases only with a change that breaks readers. */
export const JSON_VERSION = 1;

/**
 * The report as one JSON object: `{ version, results, summary }`. Every key is always present; what is unknown is null. A file or document
 * that cannot be read is a result whose `reviewed` and `allowed` are false and whose `kind` is null. `coverage` says how far the review
 * went: `full`, `partial` (decoding, metadata and required fields) or `none`; an object that is not reviewed is allowed. `ignored` has the
 * findings that the user chose to ignore; an object with an ignored error is not allowed. `file` of a finding is set where its place is in
 * another file than that of the object: a kustomize patch. A finding of subject `app` also has `verdict`, and the other objects in `related`.
 */
export function checkJson(report: CheckReport): string {
  return `${JSON.stringify({ version: JSON_VERSION, results: report.results.map(resultJson), summary: report.summary }, null, 2)}\n`;
}

function resultJson(result: ObjectResult): object {
  const { file, index, apiVersion, kind, namespace, name, allowed, coverage } = result;
  return {
    file,
    index,
    apiVersion: apiVersion ?? null,
    kind: kind ?? null,
    namespace: namespace ?? null,
    name: name ?? null,
    allowed,
    reviewed: coverage !== 'none',
    coverage,
    findings: result.findings.map(findingJson),
    ignored: (result.ignored ?? []).map((finding) => ({ ...findingJson(finding), reason: finding.reason, by: finding.by })),
  };
}

function findingJson({ severity, type, subject, code, field, at, message, hint, range, file, verdict, related }: PlacedFinding): object {
  const place = { line: range?.line ?? null, column: range?.column ?? null, file: file ?? null };
  const app = subject !== 'app' ? {} : { verdict: verdict ?? null, related: (related ?? []).map(relatedJson) };
  return { severity, type, subject: subject ?? null, code, field, at, message, hint: hint ?? null, ...place, ...app };
}

function relatedJson({ name, at, file, range }: RelatedPlace): object {
  return { name, at, file: file ?? null, line: range?.line ?? null, column: range?.column ?? null };
}
