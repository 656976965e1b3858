import { IConstruct } from 'constructs';
import { HAS_SESSIONS, mark, SYNTH } from './marks';
import { failAgain } from '../../locate/fail';
import { wrapSynth } from '../cdk8s/insides';

/**
 * What one synth of an app knows so far. cdk8s' App validates the whole app again for every chart; within one synth a second validation of an
 * object answers from here. It stands on the app only while the synth runs, so nothing is remembered from one synth to the next.
 */
export interface Synth {
  /** The objects that were reviewed without an error, with what is kept of each: the manifest, or what `keep` made of it. */
  readonly sound: Map<IConstruct, unknown>;
  /** The suppressions that were used. */
  readonly used: Set<object>;
  /** The codes of errors, which cannot be suppressed. A synth that another version of this package runs may not have it. */
  readonly refused?: Set<string>;
  /** The names that depend on the content of their objects. A synth that another version of this package runs may not have it. */
  readonly names?: Map<IConstruct, string>;
  /** Turns a manifest into what is kept of it; without it the manifest itself is kept. */
  readonly keep?: (manifest: any) => unknown;
}

/** The running synth of the app that a construct belongs to. */
export function synthOf(construct: IConstruct): Synth | undefined {
  return (rootOf(construct) as any)[SYNTH];
}

/** The app that a construct belongs to. `node.root` makes a list of all scopes, for every question. */
export function rootOf(construct: IConstruct): IConstruct {
  let root = construct;
  for (let { scope } = root.node; scope !== undefined; { scope } = root.node) {
    root = scope;
  }
  return root;
}

/** Runs an action as a synth of its own. A synth that starts while another one runs starts from the beginning. */
export function duringSynth<T>(app: IConstruct, action: (synth: Synth) => T, keep?: Synth['keep']): T {
  const before = (app as any)[SYNTH];
  const synth: Synth = { sound: new Map(), used: new Set(), refused: new Set(), names: new Map(), keep };
  mark(app, SYNTH, synth);
  try {
    return action(synth);
  } finally {
    mark(app, SYNTH, before);
  }
}

/** Makes every later synth of an app a session. */
export function useSessions(app: IConstruct): void {
  if (!(HAS_SESSIONS in app)) {
    mark(app, HAS_SESSIONS, true);
    wrapSynth(app, (synth) => {
      try {
        return duringSynth(app, synth);
      } catch (error) {
        return failAgain(error);
      }
    });
  }
}

/** Keeps the manifest of an object that was reviewed without an error. */
export function keepManifest(object: IConstruct, manifest: any): void {
  const synth = synthOf(object);
  synth?.sound.set(object, synth.keep === undefined ? manifest : synth.keep(manifest));
}

/** Takes what was kept of an object. It is forgotten, so that the manifests of a large app are never in memory all at once. */
export function takeKept<T>(object: IConstruct): T | undefined {
  const sound = synthOf(object)?.sound;
  const kept = sound?.get(object) as T | undefined;
  if (kept !== undefined) {
    sound!.set(object, undefined);
  }
  return kept;
}
