import { validateDeviceClaim } from './claims';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import type { Path } from '../../path';
import { without } from '../../stages/alpha-fields';
import { reportDisabled } from '../../stages/disabled-fields';
import type { Gate } from '../../version';
import { validateObjectMeta } from '../metadata/metadata';
import { validateTemplateMeta } from '../volumes/persistent-volume-claim';
import { METADATA, SPEC } from '../workloads/workload';

type ClaimSpec = Decoded<k8s.ResourceClaimSpec>;
type Exact = Decoded<k8s.ExactDeviceRequest>;
type Way = readonly (string | number)[];

const NO_DEVICES: Decoded<k8s.DeviceClaim> = {};
const META = { nameRule: dns1123Subdomain, namespaced: true };
/** The fields of a request whose gates are off in some minors. */
const GATED = [
  { field: 'tolerations', gate: 'DRADeviceTaints', code: 'dropped/device-tolerations', what: 'the tolerations of a request' },
  { field: 'capacity', gate: 'DRAConsumableCapacity', code: 'dropped/device-capacity', what: 'the capacity of a request' },
  { field: 'derivedAttributes', gate: 'DRADerivedAttributes', code: 'dropped/derived-attributes', what: 'derivedAttributes' },
] as const;

/** A ResourceClaim. Whether its namespace allows `adminAccess` is a matter of the cluster. */
export const resourceClaim: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<{ spec?: ClaimSpec }>) => {
    object.spec = withDefaults(object.spec);
  },
  prepare: (object, ctx) => dropFields(object, object.spec as ClaimSpec | undefined, ['spec'], ctx),
  validate: (object, ctx) => {
    validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, META);
    validateDeviceClaim((object.spec as ClaimSpec | undefined)?.devices ?? NO_DEVICES, SPEC.child('devices'), ctx);
  },
};

/** A ResourceClaimTemplate. */
export const resourceClaimTemplate: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Decoded<k8s.ResourceClaimTemplate>>) => {
    object.spec = { ...object.spec, spec: withDefaults(object.spec?.spec) };
  },
  prepare: (object, ctx) => dropFields(object, (object as Decoded<k8s.ResourceClaimTemplate>).spec?.spec, ['spec', 'spec'], ctx),
  validate: (object: Decoded<k8s.ResourceClaimTemplate>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, META);
    if (object.spec?.metadata !== undefined) {
      validateTemplateMeta(object.spec.metadata, SPEC.child('metadata'), ctx);
    }
    validateDeviceClaim(object.spec?.spec?.devices ?? NO_DEVICES, SPEC.child('spec').child('devices'), ctx);
  },
};

/** One device for each request, and operators of tolerations. */
function withDefaults(spec: ClaimSpec | undefined): ClaimSpec | undefined {
  const requests = spec?.devices?.requests?.map((request) => ({
    ...request,
    ...(request.exactly === undefined ? undefined : { exactly: defaulted(request.exactly) }),
    ...(request.firstAvailable === undefined ? undefined : { firstAvailable: request.firstAvailable.map(defaulted) }),
  }));
  return requests === undefined ? spec : { ...spec, devices: { ...spec!.devices, requests } };
}

function defaulted<T extends Exact>(request: T): T {
  const allocationMode = request.allocationMode ?? 'ExactCount';
  const count = request.count ?? (allocationMode === 'ExactCount' ? 1 : undefined);
  const tolerations = request.tolerations?.map((each) => ({ ...each, operator: each.operator ?? 'Equal' as const }));
  return {
    ...request, allocationMode, ...(count === undefined ? undefined : { count }), ...(tolerations === undefined ? undefined : { tolerations }),
  };
}

/** Drops the fields whose gates are off. */
function dropFields(object: NormalObject, spec: ClaimSpec | undefined, way: Way, ctx: Context): NormalObject {
  let kept = object;
  const drop = (rest: Way, gate: Gate, code: string, what: string): void => {
    const all = [...way, 'devices', ...rest];
    reportDisabled([{ at: placeOf(all), code, what, gate }], ctx, ctx.report);
    kept = without(kept, all);
  };
  const inRequest = (request: Exact, rest: Way): void => {
    for (const { field, gate, code, what } of GATED) {
      if (request[field] !== undefined && !on(ctx, gate) && (field === 'capacity' || on(ctx, 'DeviceFieldsAreDropped'))) {
        drop([...rest, field], gate, code, what);
      }
    }
  };
  spec?.devices?.requests?.forEach(({ exactly, firstAvailable }, i) => {
    if (exactly !== undefined) {
      inRequest(exactly, ['requests', i, 'exactly']);
    }
    firstAvailable?.forEach((part, j) => inRequest(part, ['requests', i, 'firstAvailable', j]));
  });
  spec?.devices?.constraints?.forEach(({ distinctAttribute }, i) => {
    if (distinctAttribute !== undefined && !on(ctx, 'DRAConsumableCapacity') && on(ctx, 'DeviceFieldsAreDropped')) {
      drop(['constraints', i, 'distinctAttribute'], 'DRAConsumableCapacity', 'dropped/distinct-attribute', 'distinctAttribute');
    }
  });
  return kept;
}

function placeOf(way: Way): Path {
  return way.slice(1).reduce<Path>((at, key) => typeof key === 'number' ? at.index(key) : at.child(key), SPEC);
}
