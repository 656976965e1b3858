import { ObjectPlace } from './tree';

/** The file that tells the plugins of cdk8s-cli which construct an object comes from, in cdk8s' form. */
export function* metadataPieces(objects: readonly ObjectPlace[]): Iterable<string> {
  const resources: { [name: string]: { path: string } } = {};
  for (const { construct } of objects) {
    resources[construct.name] = { path: construct.node.path };
  }
  yield JSON.stringify({ version: '1.0.0', resources });
}
