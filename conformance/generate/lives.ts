// What has become of an object before it is changed: states that rules of update ask about.
import { copy } from './json';
import { Maker, Struct } from './make/maker';
import { ensureList, ensureStruct, jobOf } from './parts';

type Live = (m: Maker, old: Struct) => void;

const START = '2026-01-01T00:00:00Z';

const LIVES: { readonly [kind: string]: readonly Live[] } = {
  ConfigMap: [(_, old) => {
    old.immutable = true;
  }],
  Secret: [(_, old) => {
    old.immutable = true;
  }],
  Job: [suspend, suspend, (m, old) => {
    suspend(m, old);
    old.status = m.r.pick<Struct>([
      { startTime: START }, { startTime: START, conditions: [{ type: 'Suspended', status: 'True' }] }, { conditions: [{ type: 'Suspended', status: 'True' }] }, { startTime: START, active: 1, conditions: [{ type: 'Suspended', status: 'True' }] },
      { conditions: [{ type: 'Suspended', status: 'False' }] },
    ]);
  }, indexed],
  PersistentVolumeClaim: [
    (m, old) => {
      old.status = copy(m.r.pick<Struct>([
        { phase: 'Pending' }, { phase: 'Bound', currentVolumeAttributesClassName: 'gold' }, { phase: 'Bound', capacity: { storage: '1Gi' } }, { phase: 'Bound', capacity: { storage: '500Mi' } }, { phase: 'Lost' }, { phase: 'Bound', capacity: { storage: '2Gi' }, accessModes: ['ReadWriteOnce'] },
      ]));
      if (m.r.chance(0.5)) {
        Object.assign(ensureStruct(old, 'metadata'), { uid: '0f5c1d2e-0000-4000-8000-000000000001', creationTimestamp: START, resourceVersion: '1' });
      }
    },
    (m, old) => {
      const spec = ensureStruct(old, 'spec');
      spec.storageClassName = m.r.pick(['fast', '']);
      if (m.r.chance(0.5)) {
        spec.volumeAttributesClassName = 'gold';
      }
    },
    (m, old) => {
      ensureStruct(old, 'spec').volumeName = m.r.pick(['pv-a', 'pv-b']);
    },
  ],
  PersistentVolume: [
    (_, old) => {
      ensureStruct(old, 'spec').volumeMode = 'Filesystem';
    },
    (m, old) => {
      ensureStruct(old, 'spec').nodeAffinity = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: m.r.pick(['failure-domain.beta.kubernetes.io/zone', 'a']), operator: 'In', values: ['b'] }] }] } };
    },
  ],
  Pod: [
    (m, old) => {
      ensureStruct(old, 'spec').schedulingGates = [{ name: 'a' }, { name: 'b' }].slice(m.r.below(2));
    },
    (m, old) => {
      ensureStruct(old, 'spec').nodeName = 'node-1';
      old.status = m.r.pick<Struct>([{ phase: 'Running' }, { phase: 'Running', qosClass: 'Burstable' }, { phase: 'Pending' }, { phase: 'Running', observedGeneration: 1 }]);
    },
    (m, old) => {
      ensureStruct(old, 'spec').activeDeadlineSeconds = m.r.pick([100, 1000]);
    },
    (_, old) => {
      ensureList(ensureStruct(old, 'spec'), 'ephemeralContainers').push({ name: 'debug', image: 'busybox' });
    },
    (_, old) => {
      for (const container of ensureList(ensureStruct(old, 'spec'), 'containers') as Struct[]) {
        container.resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '128Mi' } };
      }
    },
  ],
};

function suspend(_: Maker, old: Struct): void {
  const job = jobOf(old);
  if (job) {
    job.suspend = true;
  }
}

function indexed(m: Maker, old: Struct): void {
  const job = jobOf(old);
  if (job) {
    job.completionMode = 'Indexed';
    job.completions = job.parallelism = m.r.between(1, 3);
  }
}

/** Takes one of the states that the kind is known for, if there are any. */
export function liveOf(kind: string, m: Maker, old: Struct): void {
  const lives = LIVES[kind];
  if (lives !== undefined) {
    m.r.pick(lives)(m, old);
  }
}
