import { MOST_OF_PREFIX } from './names';
import { Path } from '../path';

/** An object of the API, as plain JSON or as the rules see it. */
export type AnyObject = { readonly [field: string]: any };
export type Strings = { readonly [key: string]: string };

/** What no manifest can tell. */
export interface StandIns {
  /** A hash of the template, as Deployments, StatefulSets and DaemonSets add it to names and labels. */
  readonly hash: string;
  /** The uid of the workload. Without one, the owner of what is made has none. */
  readonly uid?: string;
  /** Up to 1.33, the name of a Deployment is not cut to make room for the hash. */
  readonly longNames?: boolean;
  /** The random end of a generated name. */
  readonly random: string;
  /** The node that a DaemonSet's pod is for. */
  readonly node: string;
  /** When a CronJob makes a Job: the number of minutes since 1970, as it ends the Job's name, and the time as text. */
  readonly run: { readonly minutes: string; readonly time: string };
}

/** Where a part of a made object comes from in the manifest. */
export interface Origin {
  readonly made: Path;
  readonly manifest: Path;
  /** `only`: what is in the made part comes from elsewhere. `with all`: all that is in it comes from the one place. */
  readonly extent?: 'only' | 'with all';
  /** Of what the controller makes from something else: what it does, as the beginning of a sentence, and the fix. */
  readonly because?: string;
  readonly hint?: string;
}

/** An object that a controller makes. */
export interface Made {
  readonly kind: 'Pod' | 'ReplicaSet' | 'Job' | 'PersistentVolumeClaim';
  readonly object: AnyObject;
  /** The first that has a place is right. */
  readonly origins: readonly Origin[];
}

const LABELS = Path.root.child('metadata').child('labels');
export const METADATA = Path.root.child('metadata');
export const SPEC = Path.root.child('spec');

/** The name of an object, or one of the form that the server generates. */
export function nameOf({ metadata }: AnyObject, { random }: Pick<StandIns, 'random'>): string {
  const prefix: string | undefined = metadata?.generateName;
  return metadata?.name ?? (prefix === undefined ? '' : `${prefix.slice(0, MOST_OF_PREFIX)}${random}`);
}

/** The place of the name of an object, or of the prefix from which it gets one. */
export function namePath(owner: AnyObject): Path {
  return METADATA.child(owner.metadata?.name === undefined ? 'generateName' : 'name');
}

/** The origin of a label that is made from the name of an object. */
export function labelFromName(key: string, name: Path, hint: string): Origin {
  return { made: LABELS.key(key), manifest: name, because: `the name becomes the label ${key} of its pods`, hint };
}

/** The reference of a made object to the object that its controller controls. */
export function ownerOf(owner: AnyObject, name: string, uid: string | undefined): AnyObject {
  const { apiVersion, kind } = owner;
  return { apiVersion, kind, name, ...uid === undefined ? undefined : { uid }, controller: true, blockOwnerDeletion: true };
}

/** Where the parts of a template go: all of its spec, and of its metadata what controllers take. */
export function templateOrigins(template: Path): Origin[] {
  return [
    { made: SPEC, manifest: template.child('spec') },
    { made: METADATA.child('namespace'), manifest: METADATA.child('namespace') },
    { made: METADATA, manifest: template.child('metadata') },
    { made: Path.root, manifest: template },
  ];
}

/** The pod of a template, without what the controller adds. Of the metadata, controllers take labels, annotations and finalizers only. */
export function podOf(template: AnyObject | undefined, metadata: AnyObject, namespace: string | undefined): AnyObject {
  const { labels, annotations, finalizers } = (template?.metadata ?? {}) as AnyObject;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: present({ namespace, labels, annotations, finalizers, ...metadata }),
    spec: { ...template?.spec },
  };
}

/** Without the fields that are undefined. */
export function present(fields: AnyObject): AnyObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A map with more keys. */
export function withKeys(map: Strings | undefined, keys: Strings): Strings {
  return { ...map, ...keys };
}
