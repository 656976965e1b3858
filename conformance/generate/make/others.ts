// Objects of the kinds without pods.
import { BASES } from './bases';
import { Make, Maker, Struct } from './maker';
import { allTypes } from '../../../src/k8s/field-table';
import { KINDS } from '../../../src/k8s/kinds';
import type { Kind, PodKind } from '../../../src/k8s/kinds';
import { copy, isObject } from '../json';

type Other = Exclude<Kind, PodKind>;

const TYPES = allTypes();
const HEAD = ['apiVersion', 'kind', 'metadata', 'status'];
/** How often a valid object gets another field of its own or of its spec. */
const MORE = 0.15;

export const OTHER_KINDS = Object.keys(BASES) as readonly Other[];

function other(m: Maker, kind: Other): Struct {
  const { apiVersion, type = kind } = KINDS[kind];
  const base = copy(m.r.pick(BASES[kind])) as Struct;
  if (m.r.chance(MORE)) {
    add(m, base, type, HEAD);
  }
  const spec = TYPES[type].spec?.of;
  if (isObject(base.spec) && spec !== undefined && m.r.chance(MORE)) {
    add(m, base.spec, spec, []);
  }
  const metadata = m.make('ObjectMeta');
  const own = isObject(base.metadata) ? base.metadata : {};
  if (own.name !== undefined) {
    delete metadata.generateName;
  }
  return { apiVersion, kind, ...base, metadata: { ...metadata, ...own } };
}

function add(m: Maker, struct: Struct, type: string, except: readonly string[]): void {
  const missing = Object.keys(TYPES[type]).filter((field) => !Object.hasOwn(struct, field) && !except.includes(field));
  if (missing.length > 0) {
    const field = m.r.pick(missing);
    struct[field] = m.field(type, field);
  }
}

/** The old version of an autoscaler has no metrics; the new one has no targetCPUUtilizationPercentage. */
function autoscaler(m: Maker): Struct {
  const made = other(m, 'HorizontalPodAutoscaler');
  if (m.r.chance(0.7)) {
    return made;
  }
  const spec = made.spec as Struct;
  delete spec.metrics;
  delete spec.behavior;
  return { ...made, apiVersion: 'autoscaling/v1', spec: { ...spec, ...m.r.chance(0.7) && { targetCPUUtilizationPercentage: 50 } } };
}

/** A maker of each kind, by the name of the kind: a type of the same name may be another one. */
export const OTHERS: { readonly [kind: string]: Make } = {
  ...Object.fromEntries(OTHER_KINDS.map((kind): [string, Make] => [kind, (m) => other(m, kind)])),
  HorizontalPodAutoscaler: autoscaler,
};
