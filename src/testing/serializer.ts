import { Construct } from 'constructs';
import { containerOrder } from './closest';
import { manifestInOrder } from './in-order';
import { manifestsOf } from './manifests';
import { maskHashes, maskText } from './mask-hashes';
import { podOfSubject } from './pods';
import { objectsUnder, subjectsOf } from './received';
import { ContainerBase } from '../constructs/containers/container-base';
import { writeDocuments, writeYaml } from '../yaml/write/write';

/** Options of the snapshot serializer. */
export interface PodSerializerOptions {
  /**
   * Whether the hashes at the end of generated names are masked: a construct that moves to another place in the tree then changes nothing.
   *
   * @default false
   */
  readonly maskHashes?: boolean;
}

/** A snapshot serializer, for jest and vitest. */
export interface PodSerializer {
  /** Whether it can print a value: apps, charts and constructs with objects, containers, manifests and lists of these. */
  test(value: unknown): boolean;
  /** For older versions of jest. */
  print(value: unknown): string;
  serialize(value: unknown, config: unknown, indentation: string, ...more: unknown[]): string;
}

/**
 * Prints apps, charts, constructs and manifests as the YAML that will be applied: only what the user set, with fields in the API's order. A
 * construct that does not pass synth's validation is not printed: an Error gives the reason.
 */
export function podSerializer(options: PodSerializerOptions = {}): PodSerializer {
  const print = (value: unknown): string => printed(value, options);
  return {
    test: isPrintable,
    print,
    // Inside another value, the YAML begins on a new line below its key.
    serialize: (value, _config, indentation) => indentation === '' ? print(value) : `\n${print(value)}`.replace(/\n(?=[^\n])/g, `\n${indentation}  `),
  };
}

function isPrintable(value: unknown): boolean {
  if (Construct.isConstruct(value)) {
    return value instanceof ContainerBase ? value._list() !== 'ephemeralContainers' : objectsUnder(value).length > 0;
  }
  return Array.isArray(value) ? value.length > 0 && value.every((item) => !Array.isArray(item) && isPrintable(item)) : isManifest(value);
}

function isManifest(value: unknown): boolean {
  const { apiVersion, kind } = Object(value) as { readonly apiVersion?: unknown; readonly kind?: unknown };
  return typeof apiVersion === 'string' && typeof kind === 'string' && !('asymmetricMatch' in Object(value));
}

function printed(value: unknown, options: PodSerializerOptions): string {
  for (const item of Array.isArray(value) ? value : [value]) {
    if (Construct.isConstruct(item)) {
      validate(item);
    }
  }
  if (value instanceof ContainerBase) {
    const [subject] = subjectsOf(value);
    const text = writeYaml(containerOrder(podOfSubject(subject)?.containers[0]?.container)).trimEnd();
    return options.maskHashes ? maskText(text, [subject.manifest], value) : text;
  }
  const manifests = manifestsOf(value);
  return writeDocuments((options.maskHashes ? maskHashes(manifests, value) : manifests).map(manifestInOrder)).trimEnd();
}

/** Synth writes nothing for a construct that fails validation, so there is nothing to print. */
function validate(construct: Construct): void {
  const scope = construct instanceof ContainerBase ? subjectsOf(construct)[0].construct! : construct;
  const errors = scope.node.findAll().flatMap((inner) => inner.node.validate().map((message) => `[${inner.node.path}] ${message}`));
  if (errors.length > 0) {
    throw new Error(`nothing will be applied, because synth rejects it:\n\n${errors.join('\n\n')}`);
  }
}
