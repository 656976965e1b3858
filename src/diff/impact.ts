// What the change of one object does.
import { applied } from './apply/apply';
import { withoutServerFields } from './apply/before';
import { Duplicate, duplicateIn } from './apply/server';
import { Around, NOTHING_AROUND } from './around';
import type { Change } from './compare/change';
import { compare } from './compare/compare';
import { decide, Decision } from './decide';
import { effectsOf } from './effects/effects';
import { effectOf } from './effects/situation';
import { createdText, deletedText, replacedText } from './effects/whole';
import { heaviest } from './impacts';
import type { DiffOptions, Effect, Impact, Note, Settings } from './model';
import { Finding, review, storedForm } from '../admission';
import { knownKind, typeOf } from '../objects/identity';
import { applierNotes } from './notes/applier';
import { resizeNotes } from './notes/resize';
import { rolloutNotes } from './notes/rollout';
import { stuckNotes } from './notes/stuck';
import { settingsOf } from './options';
import { rootShape } from './schema';
import { withoutSecrets } from './secrets';
import { sameJson } from '../admission/formats/same-json';
import { at, isMap, Json, JsonMap, NoData, plainCopy } from '../objects/plain';
import { inPreferredVersion } from '../objects/preferred';

const NOTHING: Impact = { impact: 'none', effects: [], changes: [], findings: [], notes: [], coverage: 'full' };

/**
 * What applying a manifest over an older one does to the object and its pods. The cluster is taken to hold the old object, with what the
 * server fills in. Never throws, whatever it is given, and never changes its input: what cannot be read has findings.
 *
 * @param oldManifest the manifest that was applied before, or the object as the cluster has it; undefined when there is none: it is created
 * @param newManifest the manifest to apply; undefined when the object is removed
 */
export function impact(oldManifest: unknown, newManifest: unknown, options?: DiffOptions): Impact {
  return impactOf(oldManifest, newManifest, settingsOf(options), NOTHING_AROUND);
}

/** The same with checked options, and what the other objects of its set tell. */
export function impactOf(oldManifest: unknown, newManifest: unknown, settings: Settings, around: Around): Impact {
  try {
    const [old, wanted] = [oldManifest, newManifest].map((manifest) => manifest === undefined || manifest === null ? undefined : plainCopy(manifest));
    return impactOfPlain(old, wanted, settings, around);
  } catch (error) {
    return unreadable(error instanceof NoData ? error.message : 'it cannot be read');
  }
}

/** The same of what is known to be plain data. */
export function impactOfPlain(old: Json | undefined, wanted: Json | undefined, settings: Settings, around: Around): Impact {
  try {
    if (wanted === undefined) {
      return old === undefined ? NOTHING : removed(old);
    }
    if (old === undefined) {
      return created(wanted, settings, []);
    }
    return isMap(old) && isMap(wanted) ? changed(old, wanted, settings, around) : created(wanted, settings, []);
  } catch {
    return unreadable('it cannot be compared');
  }
}

function unreadable(why: string): Impact {
  const finding: Finding = { severity: 'error', type: 'BadRequest', code: 'decode/no-object', field: '', at: '', keys: [], message: `this is no plain data: ${why}` };
  return { ...NOTHING, impact: 'refused', effects: [effectOf('refused', 'the server cannot read it', [])], findings: [finding] };
}

function removed(old: unknown): Impact {
  const object = isMap(old) ? old : {};
  return { ...NOTHING, impact: 'delete', effects: [effectOf('delete', deletedText(object), [])], coverage: knownKind(object) === undefined ? 'none' : 'full' };
}

/** An object that is not there yet, or whose old form no cluster can hold. */
function created(wanted: unknown, { kubernetesVersion, podSecurity }: Settings, notes: readonly Note[]): Impact {
  const { allowed, findings, coverage, defaulted } = review(wanted, { kubernetesVersion, podSecurity });
  const effect = allowed ? effectOf('create', createdText((defaulted ?? wanted) as JsonMap), [])
    : effectOf('refused', 'the server does not create it', [], { fields: errorFields(findings) });
  return { ...NOTHING, impact: effect.impact, effects: [effect], findings, notes, coverage };
}

function changed(oldGiven: JsonMap, wantedGiven: JsonMap, settings: Settings, around: Around): Impact {
  if (sameJson(oldGiven, wantedGiven)) {
    return { ...NOTHING, coverage: knownKind(wantedGiven) === undefined ? 'none' : 'full' };
  }
  const [old, wanted] = [oldGiven, wantedGiven].map(inPreferredVersion);
  const type = typeOf(wanted);
  const before = storedForm(old, { kubernetesVersion: settings.kubernetesVersion });
  const live = before.reviewed ? before.defaulted as JsonMap | undefined : old;
  if (live === undefined) {
    return created(wantedGiven, settings, [{ code: 'diff/old-unreadable', level: 'warning', message: 'the server cannot read the old object, so no cluster can hold it: the new one is judged alone' }]);
  }
  const twice = settings.apply === 'server' ? duplicateIn(wanted, rootShape(type)) : undefined;
  if (twice !== undefined) {
    return duplicated(twice);
  }
  const { object: sent, unknownBefore = false } = applied(live, old, wanted, settings.apply);
  const decision = decide(before, live, sent, wanted, settings);
  const after = (decision.coverage === 'none' ? sent : decision.stored) as JsonMap | undefined;
  const changes = after === undefined ? [] : changesOf(live, after, wanted);
  const situation = { kind: knownKind(wanted), before: live, after: after ?? sent, changes, settings };
  const effects = decision.outcome === 'allowed' ? effectsOf(situation) : [notAllowed(decision, changes, live)];
  const rollout = effects.find((effect) => effect.impact === 'rollout')?.rollout;
  const notes = [
    ...rollout === undefined ? [] : [...stuckNotes(situation.after, rollout, around, settings), ...rolloutNotes(rollout, settings)],
    ...applierNotes({ old, wanted, sent, before: live, after: situation.after, type, apply: settings.apply, unknownBefore }, around),
    ...mergeNotes(decision, settings),
    ...decision.outcome === 'replace' ? resizeNotes(live, sent, changes, settings) : [],
  ];
  const { findings, coverage } = decision;
  return { impact: heaviest(effects.map((effect) => effect.impact)), effects, changes, findings, notes, coverage };
}

/** What plugins of the server fill in for every pod. */
const BY_PLUGINS = ['serviceAccount', 'serviceAccountName', 'priority', 'preemptionPolicy'];

/** What differs. The namespace identifies the object: one that is written out is no change. */
function changesOf(live: JsonMap, after: JsonMap, wanted: JsonMap): Change[] {
  const all = compare(withoutServerFields(live), withoutServerFields(after), rootShape(typeOf(wanted)));
  const isPod = knownKind(wanted) === 'Pod';
  const isNone = ({ keys: [top, field], what }: Change): boolean =>
    top === 'metadata' ? field === 'namespace'
      : isPod && what === 'added' && BY_PLUGINS.includes(String(field)) && at(wanted, 'spec', String(field)) === undefined;
  return withoutSecrets(all.filter((change) => !isNone(change)), wanted);
}

/** A server-side apply takes no list in which two items have one key. */
function duplicated({ at: place, shown }: Duplicate): Impact {
  const message = `a server-side apply refuses a list with two items of one key: ${shown}`;
  return { ...NOTHING, impact: 'refused', effects: [effectOf('refused', message, [], { fields: [place] })], notes: [{ code: 'diff/two-of-one-key', level: 'warning', at: place, message, hint: 'keep one of them' }] };
}

/** What the server refuses: the fields of its errors, and what remains to be done. */
function notAllowed({ outcome, findings }: Decision, changes: readonly Change[], live: JsonMap): Effect {
  const fields = errorFields(findings);
  return outcome === 'replace' ? effectOf('replace', replacedText(live), changes, { fields })
    : effectOf('refused', 'the server refuses the new object', changes, { fields });
}

function errorFields(findings: readonly Finding[]): string[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.at || finding.field).filter((field) => field !== ''))];
}

function mergeNotes({ byMerge }: Decision, { apply }: Settings): Note[] {
  if (byMerge !== true) {
    return [];
  }
  const [message, hint] = apply === 'server'
    ? ['a server-side apply leaves fields that the server filled in, and with those the object is not valid: replacing it as a whole would be allowed', 'set what is left over to null in a patch first, or use kubectl replace']
    : ['what kubectl apply makes of both files is not valid: replacing the object as a whole would be allowed', 'use kubectl apply --server-side, or kubectl replace'];
  return [{ code: 'diff/refused-by-merge', level: 'warning', message, hint }];
}
