import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Report } from '../report';

/** A container and its path. */
export interface AdvisedContainer {
  readonly container: Decoded<k8s.Container>;
  readonly path: Path;
  /** An app container or a sidecar: it runs as long as the pod. */
  readonly running: boolean;
}

/** What the advice rules see: a defaulted pod or pod template. */
export interface AdvisedPod {
  readonly spec: Decoded<k8s.PodSpec>;
  readonly path: Path;
  readonly containers: readonly AdvisedContainer[];
  /** The pod's labels. */
  readonly labels: { readonly [key: string]: string | undefined };
  /** The kind of the object that has the pod. */
  readonly kind: string;
}

/** One advice rule: adds findings of severity advice under its own code. */
export type AdviceRule = (pod: AdvisedPod, report: Report) => void;

/** The containers of a spec, in start order. */
export function containersOf(spec: Decoded<k8s.PodSpec>, path: Path): AdvisedContainer[] {
  const placed: AdvisedContainer[] = [];
  for (const list of ['initContainers', 'containers'] as const) {
    spec[list]?.forEach((container, i) => {
      placed.push({ container, path: path.child(list).index(i), running: list === 'containers' || container.restartPolicy === 'Always' });
    });
  }
  return placed;
}
