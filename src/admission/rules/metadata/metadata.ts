import { startsAtOne } from './generation';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { asPrefix, dns1123Label, labelValue, NameRule, pathSegmentName, qualifiedName } from '../../formats/names';
import { trim } from '../../formats/space';
import { Path } from '../../path';
import { show } from '../../report';

type Meta = Decoded<k8s.ObjectMeta>;
type Strings = Decoded<{ [key: string]: string }>;

/** What differs between kinds. */
export interface MetadataOptions {
  readonly nameRule: NameRule;
  readonly namespaced: boolean;
  /** Check the generated name only, not the prefix itself. */
  readonly generatedNameOnly?: boolean;
  /** The prefix is checked as if it were a whole name. */
  readonly prefixAsName?: boolean;
  /** The kind checks no metadata itself, so that only the check of all objects is left, in which finalizers need no domain. */
  readonly generalOnly?: boolean;
}

/** Maximum total size of an object's annotations, keys and values, in bytes. */
const MAX_ANNOTATIONS = 256 * 1024;
/** The server cuts a `generateName` prefix to this many bytes. */
const MAX_PREFIX = 58;
/** Stands in for the random suffix that the server appends. */
const SUFFIX = 'x2b4c';
const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';
export const STANDARD_FINALIZERS: readonly string[] = ['kubernetes', ORPHAN, FOREGROUND];

/** The metadata of a new object. The server sets the system fields (uid, creationTimestamp, managedFields, …) itself. */
export function validateObjectMeta(metadata: Meta | undefined, path: Path, ctx: Context, options: MetadataOptions): void {
  const meta = metadata ?? {};
  validateNames(meta, path, ctx, options);
  // The server clears the namespace of a cluster-scoped object before it validates.
  if (meta.namespace !== undefined && options.namespaced) {
    validateNamespace(meta.namespace, path.child('namespace'), ctx);
  }
  if (meta.generation !== undefined && meta.generation < 0 && !startsAtOne(ctx)) {
    ctx.report.invalid(path.child('generation'), 'metadata/generation', `must be 0 or more, got ${meta.generation}`, { hint: 'remove generation: the server sets it' });
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
    validateFinalizers(meta.finalizers, path.child('finalizers'), ctx, options.generalOnly ?? false);
  }
}

/** The object's name, or a name of the form that the server will generate. Undefined with neither a name nor a prefix. */
export function nameOf(metadata: Meta | undefined): string | undefined {
  const prefix = metadata?.generateName;
  return metadata?.name ?? (prefix === undefined ? undefined : `${cut(prefix)}${SUFFIX}`);
}

/**
 * The server's last check, of otherwise valid objects only: the prefix as a URL path segment. Needed for kinds with `generatedNameOnly`,
 * because every name rule is stricter than this.
 */
export function validateNamePrefixInUrl(metadata: Meta | undefined, path: Path, ctx: Context): void {
  const prefix = metadata?.generateName;
  const problem = prefix === undefined ? undefined : prefixProblem(prefix, pathSegmentName);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('generateName'), 'metadata/generate-name', `generateName ${show(prefix)} ${problem}`);
  }
}

/** A map of labels. The server reports at the map, not at the label. */
export function validateLabels(labels: Strings | undefined, path: Path, ctx: Context): void {
  if (labels === undefined) {
    return;
  }
  for (const key of Object.keys(labels)) {
    const badKey = qualifiedName(key);
    if (badKey !== undefined) {
      ctx.report.invalid(path.key(key), 'metadata/label-key', `label key ${show(key)} ${badKey}`, { field: path });
    }
    const badValue = labelValue(labels[key] ?? '');
    if (badValue !== undefined) {
      ctx.report.invalid(path.key(key), 'metadata/label-value', `label value ${show(labels[key])} ${badValue}`, {
        field: path,
        hint: 'use an annotation for free text',
      });
    }
  }
}

/** A map of annotations. The server reports at the map, not at the annotation. Keys are checked in lower case. */
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
      ctx.report.invalid(path.key(key), 'metadata/annotation-key', `annotation key ${show(key)} ${problem}`, { field: path });
    }
  }
  // A UTF-16 unit takes at most three bytes in UTF-8, so most maps need no exact count.
  if (length * 3 > MAX_ANNOTATIONS) {
    const size = keys.reduce((sum, key) => sum + byteLength(key) + byteLength(annotations[key] ?? ''), 0);
    if (size > MAX_ANNOTATIONS) {
      ctx.report.tooLong(path, 'metadata/annotations-size', `annotations must have at most ${MAX_ANNOTATIONS} bytes in total, got ${size}`,
        { hint: 'store large data in a ConfigMap' });
    }
  }
}

/** The owners of an object. */
export function validateOwnerReferences(references: Decoded<k8s.OwnerReference[]>, path: Path, ctx: Context): void {
  let controller: string | undefined;
  references.forEach((reference, index) => {
    const at = path.index(index);
    validateOwner(reference, at, path, ctx);
    if (reference.controller === true) {
      const owner = `${reference.kind ?? ''}/${reference.name ?? ''}`;
      if (controller !== undefined) {
        ctx.report.invalid(at.child('controller'), 'metadata/owner-controllers', `only one owner can have controller: true, got ${show(controller)} and ${show(owner)}`,
          { field: path });
      }
      controller ??= owner;
    }
  });
}

/** Up to 1.36 the server reports at the list, without the index. */
function validateOwner(reference: Decoded<k8s.OwnerReference>, at: Path, list: Path, ctx: Context): void {
  const indexed = on(ctx, 'OwnerErrorsHaveIndices');
  const written = indexed ? at : list;
  const apiVersion = reference.apiVersion ?? '';
  const slash = apiVersion.indexOf('/');
  const version = apiVersion.slice(slash + 1);
  if (indexed && apiVersion === '') {
    ctx.report.required(at.child('apiVersion'), 'metadata/owner-api-version', 'apiVersion of an owner is required');
  } else if (version === '' || version.includes('/')) {
    ctx.report.invalid(at.child('apiVersion'), 'metadata/owner-api-version', `apiVersion ${show(apiVersion)} of an owner must contain a version, such as apps/v1`,
      { field: written.child('apiVersion') });
  }
  for (const name of ['kind', 'name', 'uid'] as const) {
    if (reference[name] === undefined) {
      const report = indexed ? ctx.report.required : ctx.report.invalid;
      report.call(ctx.report, at.child(name), `metadata/owner-${name}`, `${name} of an owner is required`, { field: written.child(name) });
    }
  }
  if (reference.kind === 'Event' && version === 'v1' && slash <= 0) {
    ctx.report.invalid(at, 'metadata/owner-event', 'an Event cannot be an owner', { field: written });
  }
}

function validateNames(meta: Meta, path: Path, ctx: Context, options: MetadataOptions): void {
  const { name, generateName } = meta;
  if (generateName !== undefined && options.generatedNameOnly !== true) {
    const problem = options.prefixAsName === true ? options.nameRule(generateName) : prefixProblem(generateName, options.nameRule);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('generateName'), 'metadata/generate-name', `generateName ${show(generateName)} ${problem}`,
        better(generateName, options.nameRule));
    }
  }
  if (name !== undefined) {
    const problem = options.nameRule(name);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('name'), 'metadata/name', `name ${show(name)} ${problem}`, better(name, options.nameRule));
    }
  } else if (generateName === undefined) {
    ctx.report.required(path.child('name'), 'metadata/name-required', 'name or generateName is required');
  } else {
    const problem = options.nameRule(`${cut(generateName)}${SUFFIX}`);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('generateName'), 'metadata/name', `generateName ${show(generateName)} gives no valid name: the name ${problem}`,
        { field: path.child('name'), ...better(generateName, options.nameRule) });
    }
  }
}

/** A prefix of a path segment may be dots only, and its last dash counts as it is. */
function prefixProblem(prefix: string, rule: NameRule): string | undefined {
  if (rule === pathSegmentName) {
    return prefix === '.' || prefix === '..' ? undefined : pathSegmentName(prefix);
  }
  return rule(asPrefix(prefix));
}

function validateNamespace(namespace: string, path: Path, ctx: Context): void {
  const problem = dns1123Label(namespace);
  if (problem !== undefined) {
    ctx.report.invalid(path, 'metadata/namespace', `namespace ${show(namespace)} ${problem}`, better(namespace, dns1123Label));
  }
}

function validateFinalizers(finalizers: readonly string[], path: Path, ctx: Context, anyName: boolean): void {
  finalizers.forEach((finalizer, index) => {
    const problem = qualifiedName(finalizer);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(index), 'metadata/finalizer', `finalizer ${show(finalizer)} ${problem}`, { field: path });
    }
  });
  if (finalizers.includes(ORPHAN) && finalizers.includes(FOREGROUND)) {
    ctx.report.invalid(path, 'metadata/finalizers-exclusive', `finalizers '${ORPHAN}' and '${FOREGROUND}' are not allowed together`);
  }
  finalizers.forEach((finalizer, index) => {
    if (!anyName && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
      ctx.report.invalid(path.index(index), 'metadata/finalizer-domain', `finalizer ${show(finalizer)} must have a domain and a slash before its name`,
        { hint: `write it as example.com/${finalizer === '' ? 'name' : finalizer}` });
    }
  });
}

/** The prefix cut to MAX_PREFIX bytes, as the server cuts it. */
function cut(prefix: string): string {
  if (byteLength(prefix) <= MAX_PREFIX) {
    return prefix;
  }
  let kept = prefix.slice(0, MAX_PREFIX);
  while (byteLength(kept) > MAX_PREFIX) {
    kept = kept.slice(0, -1);
  }
  return kept.padEnd(kept.length + MAX_PREFIX - byteLength(kept), '?'); // a character cut in half leaves bytes that no name allows
}

/** A hint with a valid name close to the given one. */
function better(name: string, rule: NameRule): { hint?: string } {
  if (name.length > 300) {
    return {};
  }
  const other = trim(name.toLowerCase().replace(/[^-.a-z0-9]+/g, '-'), /[-.]/);
  return other !== name && rule(other) === undefined ? { hint: `use '${other}'` } : {};
}
