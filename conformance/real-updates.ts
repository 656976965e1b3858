// Updates on a real kube-apiserver: creates the old object, replaces it, and reads back what is stored.
import { hasSeveralClaims, isOtherOrder } from './agreement';
import { Client, json, Answer as Response } from './e2e/client';
import { copy, isObject } from './generate/json';
import { Answer, Question } from './oracle-process';
import { answerOf } from './real-answer';
import type { Asked } from './source';
import { verdictOf } from './verdict';
import { planOf } from '../src/admission/decode/plan';
import { keepUnchanged } from '../src/admission/update/keep';
import { DEFAULT_KUBERNETES_VERSION, minorOf } from '../src/admission/version';

type Struct = { [field: string]: unknown };

export interface Manifest extends Struct {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Metadata that a client cannot set, or that only controllers write. */
const OF_THE_SERVER = ['uid', 'resourceVersion', 'creationTimestamp', 'generation', 'managedFields', 'selfLink', 'generateName'];

/** The same update with a unique name, so that objects do not collide. Pods get no token, since its volume has a random name. */
export function withOwnName({ id, manifest, old, subresource }: Asked): Asked {
  const [before, after] = [old, manifest].map((each) => named(each, `update-${id}`));
  return { id, manifest: after, old: before, ...subresource && { subresource } };
}

function named(manifest: unknown, name: string): unknown {
  if (!isObject(manifest) || (manifest.metadata !== undefined && !isObject(manifest.metadata))) {
    return manifest;
  }
  const metadata: Struct = copy(manifest.metadata ?? {});
  OF_THE_SERVER.forEach((field) => delete metadata[field]);
  const spec = manifest.kind === 'Pod' && isObject(manifest.spec) ? { spec: { automountServiceAccountToken: false, ...manifest.spec } } : {};
  return { ...manifest, ...spec, metadata: { ...metadata, name } };
}

export class RealUpdates {
  constructor(private readonly client: Client) {}

  /** Undefined when the answer depends on the state of the server, or when the old object could only exist in a cluster that has run for a while. */
  public async answer({ id, manifest, old, subresource }: Question & { readonly old: Manifest }, collection: string): Promise<Answer | undefined> {
    if (old.status !== undefined || (isObject(old.spec) && old.spec.ephemeralContainers !== undefined)) {
      return undefined;
    }
    const created = await this.client.post(`${collection}?fieldValidation=Strict`, json(old));
    if (created.status !== 201) {
      return undefined;
    }
    const path = `${collection}/${String(created.body.metadata.name)}`;
    try {
      const live = await this.settled(path, created);
      return await this.update(id, path, live, old, manifest as Manifest, subresource);
    } finally {
      await this.client.patch(path, { type: 'application/merge-patch+json', text: '{"metadata":{"finalizers":null}}' });
      await this.client.delete(`${path}?gracePeriodSeconds=0`);
    }
  }

  /** The object as a cluster has it after a while: a claim is bound. */
  private async settled(path: string, { body }: Response): Promise<Struct> {
    if (body.kind !== 'PersistentVolumeClaim') {
      return body as Struct;
    }
    if (body.spec.volumeName === undefined) {
      await this.merge(path, { spec: { volumeName: `pvc-${body.metadata.uid}` } });
    }
    await this.merge(`${path}/status`, { status: { phase: 'Bound', capacity: { storage: body.spec.resources.requests.storage } } });
    return (await this.client.get(path)).body as Struct;
  }

  private merge(path: string, patch: object): Promise<Response> {
    return this.client.patch(path, { type: 'application/merge-patch+json', text: JSON.stringify(patch) });
  }

  private async update(
    id: string, path: string, live: Struct, old: Manifest, manifest: Manifest, subresource?: string,
  ): Promise<Answer | undefined> {
    const kept: Struct = keepUnchanged(manifest, old, live, manifest.kind, planOf(manifest.kind, minorOf(DEFAULT_KUBERNETES_VERSION)!));
    const { name, resourceVersion } = live.metadata as Struct;
    const { metadata } = kept;
    const request = isObject(metadata) || metadata === undefined ? { ...kept, metadata: { ...metadata, name, resourceVersion } } : kept;
    const place = subresource === undefined ? path : `${path}/${subresource}`;
    const patched = hasNull(request) ? undefined : await this.patch(place, live, request);
    const response = await this.client.put(`${place}?fieldValidation=Strict`, json(request));
    if (response.status === 409) {
      return undefined;
    }
    const answer = answerOf(id, response);
    if (answer === undefined || answer.stage === 'decode') {
      return answer;
    }
    const other = patched === undefined ? answer : answerOf(id, patched);
    if (said(other) !== said(answer) && !isShuffled(answer, other, manifest)) {
      return { ...answer, accepted: false, stage: 'panic', message: `PUT: ${said(answer)}, PATCH: ${said(other)}` };
    }
    return answer.accepted ? { ...answer, defaulted: (await this.client.get(path)).body as unknown } : answer;
  }

  /** The same change as a patch, which is not kept. */
  private patch(place: string, live: Struct, request: Struct): Promise<Response> {
    const metadata = { ...live.metadata as Struct, ...ofUser(live.metadata as Struct, request.metadata as Struct) };
    const text = JSON.stringify(mergePatch(live, { ...request, metadata }));
    return this.client.patch(`${place}?dryRun=All&fieldValidation=Strict`, { type: 'application/merge-patch+json', text });
  }
}

const SERVER_METADATA = [...OF_THE_SERVER, 'namespace', 'name'];

/** The metadata of a request: only the fields that the user sets. */
function ofUser(live: Struct, request: Struct): Struct {
  const gone = Object.keys(live).filter((field) => !SERVER_METADATA.includes(field) && request[field] === undefined);
  return { ...Object.fromEntries(gone.map((field) => [field, undefined])), ...request };
}

function said(answer: Answer | undefined): string {
  const errors = new Set((answer?.errors ?? []).map(({ type, field }) => `${type} ${field}`));
  return JSON.stringify([answer?.accepted, answer?.stage, [...errors].sort(), answer?.accepted ? [...answer.warnings ?? []].sort() : []]);
}

/** Whether the two answers differ in the order of claims, which is random. */
function isShuffled(one: Answer, other: Answer | undefined, manifest: Manifest): boolean {
  const [errors, others] = [one, other].map((answer) => answer === undefined ? [] : verdictOf(answer).errors ?? []);
  return isOtherOrder(errors, others, () => hasSeveralClaims(manifest.kind, manifest));
}

/** The JSON merge patch (RFC 7386) that turns `from` into `to`. */
function mergePatch(from: Struct, to: Struct): Struct {
  const patch: Struct = {};
  for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (field === 'status') {
      continue;
    }
    const [before, after] = [from[field], to[field]];
    if (after === undefined) {
      patch[field] = null;
    } else if (isObject(before) && isObject(after)) {
      const inner = mergePatch(before, after);
      if (Object.keys(inner).length > 0) {
        patch[field] = inner;
      }
    } else if (JSON.stringify(before) !== JSON.stringify(after)) {
      patch[field] = after;
    }
  }
  return patch;
}

function hasNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(hasNull));
}
