import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { Path } from '../path';
import type { Report } from '../report';
import { envOrder } from './env-order';
import { identicalProbes } from './identical-probes';
import { imageTag } from './image-tag';
import { memoryRequest } from './memory-request';
import { mergeKeys } from './merge-keys';
import { AdviceRule, containersOf } from './pod';
import { preStop } from './pre-stop';
import { privileged } from './privileged';
import { probePorts } from './probe-ports';
import { secretLiterals } from './secret-literals';

/** All rules for pods. There is none about CPU limits, on purpose. */
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

/** Adds advice on a defaulted object: our own opinion, opt-in, never the server's. `pod` is its pod or template, if it has one. */
export function advise(
  object: object, kind: string, pod: { readonly template: Decoded<k8s.PodTemplateSpec>; readonly at: Path } | undefined, report: Report,
): void {
  if (pod !== undefined) {
    const spec = pod.template.spec ?? {};
    const path = pod.at.child('spec');
    const advised = { spec, path, containers: containersOf(spec, path) };
    RULES.forEach((rule) => rule(advised, report));
  }
  mergeKeys(object, kind, Path.root, report);
}
