import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { asPrefix, dns1123Label, labelValue, NameRule, pathSegmentName, qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

type Meta = Decoded<k8s.ObjectMeta>;
type Strings = Decoded<{ [key: string]: string }>;

/** What differs between kinds. */
export interface MetadataOptions {
  readonly nameRule: NameRule;
  readonly namespaced: boolean;
  /** Only the name that `generateName` makes is looked at, not the prefix itself. */
  readonly generatedNameOnly?: boolean;
}

/** All annotations of an object together, keys and values, in bytes. */
const ANNOTATIONS_MAX = 256 * 1024;
/** What `generateName` may add to a name without making it too long. */
const PREFIX_MAX = 58;
/** Like those that the server appends, which are random. */
const SUFFIX = 'x2b4c';
const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';
const STANDARD_FINALIZERS: readonly string[] = ['kubernetes', ORPHAN, FOREGROUND];

/** The metadata of an object as it is made. Its system fields (uid, creationTimestamp, managedFields, …) are the server's own. */
export function validateObjectMeta(metadata: Meta | undefined, path: Path, ctx: Context, options: MetadataOptions): void {
  const meta = metadata ?? {};
  validateNames(meta, path, ctx, options);
  if (meta.namespace !== undefined) {
    validateNamespace(meta.namespace, path.child('namespace'), ctx, options.namespaced);
  }
  // All other kinds start at generation 1, whatever is written.
  if (meta.generation !== undefined && meta.generation < 0 && ctx.kind === 'Service') {
    ctx.report.invalid(path.child('generation'), 'metadata/generation', `the generation ${meta.generation} is below 0`, { hint: 'remove it: the server counts' });
  }
  if (meta.labels !== undefined) {
    validateLabels(meta.labels, path.child('labels'), ctx);
  }
  if (meta.annotations !== undefined) {
    validateAnnotations(meta.annotations, path.child('annotations'), ctx);
  }
  if (meta.ownerReferences !== undefined) {
    validateOwnerReferences(meta.ownerReferences, path.child('ownerReferences'), ctx);
  }
  if (meta.finalizers !== undefined) {
    validateFinalizers(meta.finalizers, path.child('finalizers'), ctx);
  }
}

/**
 * The name that an object will have; where the server will generate one, a name like it. Undefined where there is nothing to make
 * a name of.
 */
export function nameOf(metadata: Meta | undefined): string | undefined {
  const prefix = metadata?.generateName;
  return metadata?.name ?? (prefix === undefined ? undefined : `${cut(prefix)}${SUFFIX}`);
}

/**
 * What the server looks at last, and only in objects that are good otherwise: the prefix of names as a part of a URL. Needed for
 * kinds with `generatedNameOnly`, since every rule for names says more than this.
 */
export function validateNamePrefixInUrl(metadata: Meta | undefined, path: Path, ctx: Context): void {
  const prefix = metadata?.generateName;
  if (prefix !== undefined && prefix !== '.' && prefix !== '..' && pathSegmentName(prefix) !== undefined) {
    ctx.report.invalid(path.child('generateName'), 'metadata/generate-name', `the prefix of names ${show(prefix)} ${pathSegmentName(prefix)}`);
  }
}

/** A map of labels; the server names the map, not the label. */
export function validateLabels(labels: Strings | undefined, path: Path, ctx: Context): void {
  if (labels === undefined) {
    return;
  }
  for (const key of Object.keys(labels)) {
    const badKey = qualifiedName(key);
    if (badKey !== undefined) {
      ctx.report.invalid(path.key(key), 'metadata/label-key', `the label key ${show(key)} ${badKey}`, { field: path });
    }
    const badValue = labelValue(labels[key] ?? '');
    if (badValue !== undefined) {
      ctx.report.invalid(path.key(key), 'metadata/label-value', `the label value ${show(labels[key])} ${badValue}`, {
        field: path,
        hint: 'what labels do not take, annotations do',
      });
    }
  }
}

/** A map of annotations; the server names the map, not the annotation. Case does not count in their keys. */
export function validateAnnotations(annotations: Strings | undefined, path: Path, ctx: Context): void {
  if (annotations === undefined) {
    return;
  }
  const keys = Object.keys(annotations);
  let length = 0;
  for (const key of keys) {
    length += key.length + (annotations[key] ?? '').length;
    const problem = qualifiedName(key) === undefined ? undefined : qualifiedName(lowerCase(key));
    if (problem !== undefined) {
      ctx.report.invalid(path.key(key), 'metadata/annotation-key', `the annotation key ${show(key)} ${problem}`, { field: path });
    }
  }
  // No character takes more than three bytes for each of its units, so most maps need no counting.
  if (length * 3 > ANNOTATIONS_MAX) {
    const size = keys.reduce((sum, key) => sum + byteLength(key) + byteLength(annotations[key] ?? ''), 0);
    if (size > ANNOTATIONS_MAX) {
      ctx.report.tooLong(path, 'metadata/annotations-size', `the annotations have ${size} bytes, and ${ANNOTATIONS_MAX} is the most`,
        { hint: 'keep large texts in a ConfigMap' });
    }
  }
}

/** The owners of an object; the server names the list and leaves out the index. */
export function validateOwnerReferences(references: Decoded<k8s.OwnerReference[]>, path: Path, ctx: Context): void {
  let controller: string | undefined;
  references.forEach((reference, index) => {
    const at = path.index(index);
    const slash = (reference.apiVersion ?? '').indexOf('/');
    const version = (reference.apiVersion ?? '').slice(slash + 1);
    if (version === '' || version.includes('/')) {
      ctx.report.invalid(at.child('apiVersion'), 'metadata/owner-api-version', `an owner's apiVersion ${show(reference.apiVersion ?? '')} has no version`,
        { field: path.child('apiVersion') });
    }
    for (const name of ['kind', 'name', 'uid'] as const) {
      if (reference[name] === undefined) {
        ctx.report.invalid(at.child(name), `metadata/owner-${name}`, `an owner has no ${name}`, { field: path.child(name) });
      }
    }
    if (reference.kind === 'Event' && version === 'v1' && slash <= 0) {
      ctx.report.invalid(at, 'metadata/owner-event', 'an Event cannot own anything', { field: path });
    }
    if (reference.controller === true) {
      const owner = `${reference.kind ?? ''}/${reference.name ?? ''}`;
      if (controller !== undefined) {
        ctx.report.invalid(at.child('controller'), 'metadata/owner-controllers', `only one owner can be the controller: ${show(controller)} or ${show(owner)}`,
          { field: path });
      }
      controller ??= owner;
    }
  });
}

function validateNames(meta: Meta, path: Path, ctx: Context, options: MetadataOptions): void {
  const { name, generateName } = meta;
  if (generateName !== undefined && options.generatedNameOnly !== true) {
    const problem = options.nameRule(asPrefix(generateName));
    if (problem !== undefined) {
      ctx.report.invalid(path.child('generateName'), 'metadata/generate-name', `the prefix of names ${show(generateName)} ${problem}`,
        better(generateName, options.nameRule));
    }
  }
  if (name !== undefined) {
    const problem = options.nameRule(name);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('name'), 'metadata/name', `the name ${show(name)} ${problem}`, better(name, options.nameRule));
    }
  } else if (generateName === undefined) {
    ctx.report.required(path.child('name'), 'metadata/name-required', 'a name or generateName is needed');
  } else {
    const problem = options.nameRule(`${cut(generateName)}${SUFFIX}`);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('generateName'), 'metadata/name', `names that start with ${show(generateName)} are no good: such a name ${problem}`,
        { field: path.child('name'), ...better(generateName, options.nameRule) });
    }
  }
}

function validateNamespace(namespace: string, path: Path, ctx: Context, namespaced: boolean): void {
  if (!namespaced) {
    ctx.report.forbidden(path, 'metadata/namespace', `a ${ctx.kind} is in no namespace`, { hint: 'remove it' });
    return;
  }
  const problem = dns1123Label(namespace);
  if (problem !== undefined) {
    ctx.report.invalid(path, 'metadata/namespace', `the namespace ${show(namespace)} ${problem}`, better(namespace, dns1123Label));
  }
}

function validateFinalizers(finalizers: readonly string[], path: Path, ctx: Context): void {
  finalizers.forEach((finalizer, index) => {
    const problem = qualifiedName(finalizer);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(index), 'metadata/finalizer', `the finalizer ${show(finalizer)} ${problem}`, { field: path });
    }
  });
  if (finalizers.includes(ORPHAN) && finalizers.includes(FOREGROUND)) {
    ctx.report.invalid(path, 'metadata/finalizers-exclusive', `the finalizers '${ORPHAN}' and '${FOREGROUND}' exclude each other`);
  }
  finalizers.forEach((finalizer, index) => {
    if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
      ctx.report.invalid(path.index(index), 'metadata/finalizer-domain', `the finalizer ${show(finalizer)} has no domain`,
        { hint: `write it as example.com/${finalizer === '' ? 'name' : finalizer}` });
    }
  });
}

/** As many bytes of a prefix as names are made of. */
function cut(prefix: string): string {
  if (byteLength(prefix) <= PREFIX_MAX) {
    return prefix;
  }
  let kept = prefix.slice(0, PREFIX_MAX);
  while (byteLength(kept) > PREFIX_MAX) {
    kept = kept.slice(0, -1);
  }
  return kept.padEnd(kept.length + PREFIX_MAX - byteLength(kept), '?'); // half a character stays as a byte that no name has
}

/** A hint with a name like the given one that is good. */
function better(name: string, rule: NameRule): { hint?: string } {
  if (name.length > 300) {
    return {};
  }
  const other = name.toLowerCase().replace(/[^-.a-z0-9]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return other !== name && rule(other) === undefined ? { hint: `'${other}' would do` } : {};
}
