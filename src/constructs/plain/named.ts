/**
 * Anything that has the name of an API object: a cdk8s `ApiObject`, a construct of this library, a cdk8s-plus resource, or a
 * literal `{ name: 'x' }`. Where a prop or helper names another object, the object itself does as well as its name.
 */
export interface INamed {
  /**
   * The `metadata.name` of the object.
   */
  readonly name: string;
}

/**
 * Something that pods can be selected by: a Pod or a workload of this library.
 */
export interface IPodSelector {
  /**
   * The labels that select exactly its pods.
   *
   * @throws Error when its pods cannot be selected by labels alone, with what to do.
   */
  matchLabels(): { [label: string]: string };
}
