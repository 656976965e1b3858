import type { Decoded } from './decode/decoded';
import type { NormalObject } from './decode/normal';
import { Path } from './path';
import type * as k8s from '../k8s';
import { kindFacts } from '../k8s/kinds';

/** The pod or pod template of an object, and its place. */
export interface PlacedTemplate {
  readonly template: Decoded<k8s.PodTemplateSpec>;
  readonly at: Path;
}

/** The pod or pod template of an object; undefined when it has none. */
export function podTemplateOf(object: NormalObject, kind: string): PlacedTemplate | undefined {
  const { template: way, optional } = kindFacts(kind) ?? {};
  if (way === undefined) {
    return undefined;
  }
  let template = object;
  let at = Path.root;
  for (const step of way) {
    const next = template[step] as NormalObject | undefined;
    if (next === undefined && optional) {
      return undefined;
    }
    template = next ?? {};
    at = at.child(step);
  }
  return { template, at };
}
