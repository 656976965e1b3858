import { JsonPatch } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Misuse } from '../plain/misuse';

/** The lists of a pod spec that hold containers. */
export type ContainerList = 'containers' | 'initContainers' | 'ephemeralContainers';

/**
 * What a pod asks of a container construct. The container may come from another copy of this package, so this is a contract between versions:
 * add to it, but do not change what is there.
 */
export interface PodContainer extends IConstruct {
  readonly name: string;

  /** The fields of the container as the user gave them. */
  readonly _props: any;

  /** The list of the pod spec that the container stands in. */
  _list(): ContainerList;

  /** The container as a literal of the API, before patches; a new one each time. */
  _literal(): any;

  _patches(): JsonPatch[] | undefined;

  /** Wrong uses that only the finished pod spec shows. */
  _problemsIn(spec: any): readonly Misuse[];
}
