import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { Path } from '../path';
import type { Report } from '../report';
import { envOrder } from './env-order';
import { identicalProbes } from './identical-probes';
import { imageReference } from './image-reference';
import { imageTag } from './image-tag';
import { memoryRequest } from './memory-request';
import { mergeKeys } from './merge-keys';
import { AdviceRule, containersOf } from './pod';
import { preStop } from './pre-stop';
import { privileged } from './privileged';
import { probePorts } from './probe-ports';
import { resourceContainer } from './resource-container';
import { runtimeRefuses } from './runtime-refuses';
import { secretLiterals } from './secret-literals';
import { spreadSelector } from './spread-selector';

/** About what the server accepts and can never work: always given, so each must be nearly never wrong. */
const ALWAYS: readonly AdviceRule[] = [
  imageReference,
  runtimeRefuses,
  resourceContainer,
  spreadSelector,
];

/** The rules for pods that are asked for. There is none about CPU limits, on purpose. */
const RULES: readonly AdviceRule[] = [
  imageTag,
  probePorts,
  identicalProbes,
  envOrder,
  secretLiterals,
  memoryRequest,
  privileged,
  preStop,
];

/**
 * Adds advice on a defaulted object, never the server's word: what can never work, and our own opinion where it is asked for.
 *
 * @param pod its pod or template, if it has one
 * @param asked whether all advice is asked for
 */
export function advise(
  object: object, kind: string, type: string, pod: { readonly template: Decoded<k8s.PodTemplateSpec>; readonly at: Path } | undefined, report: Report,
  asked: boolean,
): void {
  if (pod !== undefined) {
    const spec = pod.template.spec ?? {};
    const path = pod.at.child('spec');
    const labels = pod.template.metadata?.labels ?? {};
    const advised = { spec, path, containers: containersOf(spec, path), labels, kind };
    ALWAYS.forEach((rule) => rule(advised, report));
    if (asked) {
      RULES.forEach((rule) => rule(advised, report));
    }
  }
  if (asked) {
    mergeKeys(object, type, Path.root, report);
  }
}
