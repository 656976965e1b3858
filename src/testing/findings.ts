import type { MatcherThis } from './context';
import { Subject, Unusable } from './received';
import { Finding, review, Review, ReviewOptions } from '../admission';
import { NO_POD } from '../admission/pod-security/evaluate';
import { optionsFor } from '../constructs/bridge/admission-settings';
import { KubernetesObject } from '../constructs/plain/kubernetes-object';
import { follow } from '../locate/keys';
import { sourceOf } from '../locate/source';
import { plain } from '../report/plain';
import { findingText } from '../report/text';

/** Findings about the options of a review: the matcher was called with wrong ones. */
const WRONG_OPTIONS = new Set(['review/kubernetes-version', 'review/pod-security', 'review/advice', 'review/unknown-option']);

/** The code for a construct that has no manifest. */
const UNWRITABLE = 'construct/unwritable';

/** An object and its findings. */
export interface Reviewed {
  readonly subject: Subject;
  readonly review: Review;
  readonly findings: readonly Finding[];
}

/** The options of a review: given ones win over those configured for the construct's app, chart or scope. */
export function optionsOf(subject: Subject, given: ReviewOptions = {}): ReviewOptions {
  const { kubernetesVersion, podSecurity, advice } = subject.construct === undefined ? {} : optionsFor(subject.construct);
  return {
    kubernetesVersion: given.kubernetesVersion ?? kubernetesVersion,
    podSecurity: given.podSecurity ?? podSecurity,
    advice: given.advice ?? advice,
  };
}

/** Reviews an object; its findings name the construct and the line of code that wrote their place. */
export function reviewSubject(subject: Subject, options: ReviewOptions): Reviewed {
  if (subject.problem !== undefined) {
    const finding: Finding = { severity: 'error', type: 'BadRequest', code: UNWRITABLE, field: '', at: '', keys: [], message: subject.problem };
    const podSecurity = { ...NO_POD, baseline: false, restricted: false };
    return { subject, review: { allowed: false, reviewed: true, coverage: 'full', findings: [finding], podSecurity }, findings: [finding] };
  }
  const answer = review(subject.manifest, options);
  const wrong = answer.findings.find(({ code }) => WRONG_OPTIONS.has(code));
  if (wrong !== undefined) {
    throw new Unusable(`${wrong.message}.`);
  }
  const located = answer.findings.map((finding) => locate(subject, finding));
  return { subject, review: answer, findings: located.filter((finding) => isMeant(subject, finding)) };
}

/** Adds the construct and the line of code that wrote its place to a finding. */
export function locate(subject: Subject, finding: Finding): Finding {
  const { construct, manifest } = subject;
  if (construct === undefined) {
    return finding;
  }
  const { keys } = follow(manifest, finding.keys);
  const writer = (construct instanceof KubernetesObject ? construct._writerOf(keys)?.construct : undefined) ?? construct;
  const source = sourceOf(writer) ?? sourceOf(construct);
  return { ...finding, constructPath: writer.node.path, ...source === undefined ? {} : { source } };
}

/** If the subject is a container, only findings inside it count. */
export function isMeant({ container }: Subject, finding: Finding): boolean {
  return container === undefined || finding.constructPath === container.node.path;
}

/** Findings as paragraphs; their first lines are in the colour of received values. */
export function findingTexts(runner: MatcherThis, subject: Subject, findings: readonly Finding[], most = 10): string[] {
  const texts = findings.slice(0, most).map((finding) => {
    if (finding.code === UNWRITABLE) {
      return runner.utils.RECEIVED_COLOR(finding.message);
    }
    const safe = { ...finding, message: plain(finding.message), at: plain(finding.at) };
    const [first, ...rest] = findingText(safe, { kind: subject.kind, name: plain(subject.name) || 'without a name' }).split('\n');
    return [runner.utils.RECEIVED_COLOR(first), ...rest.map((line) => runner.utils.DIM_COLOR(line))].join('\n');
  });
  return findings.length > most ? [...texts, `… and ${findings.length - most} more of ${subject.label}`] : texts;
}
