import { ApiObject } from 'cdk8s';
import { fail } from '../bridge/attach';
import { dependOnReferences } from '../plain/references';
import { sameData } from '../plain/same-data';
import { claimTemplateOf, isVolume, mountedVolume, PodVolume } from '../values/pod-volume';

/** A place where volume claim templates go: a StatefulSet has one, no other kind. */
export type ClaimTemplates = 'accepted' | 'refused';

/** The volumes that come into a pod by being mounted. */
export class MountedVolumes {
  // A list: a pod has few volumes, and an app can have many pods.
  private readonly all: { readonly volume: PodVolume; readonly by: string }[] = [];

  /**
   * @param owner the Pod or workload
   * @param literals the volumes that the pod names itself
   * @param claimTemplates whether volumes may be claim templates
   */
  constructor(private readonly owner: ApiObject, private readonly literals: () => readonly any[], private readonly claimTemplates: ClaimTemplates) {}

  /** Adds the volumes of some mounts; `by` is who mounts them. */
  public addFrom(mounts: unknown, by: string): void {
    if (!Array.isArray(mounts)) {
      return;
    }
    for (const mount of mounts) {
      const volume = mountedVolume(mount);
      if (volume) {
        this.add(volume, by);
      }
    }
  }

  /** Those that are claim templates, or those that are not, without those that the pod names already. */
  public missing(claimTemplate: boolean, named: () => readonly any[]): PodVolume[] {
    if (this.all.length === 0) {
      return [];
    }
    const given = named();
    return this.all.map(({ volume }) => volume)
      .filter((v) => (claimTemplateOf(v) !== undefined) === claimTemplate && !given.some((g) => g?.name === v.name));
  }

  /** The mounted volume of a name. */
  public named(name: unknown): PodVolume | undefined {
    return this.all.find(({ volume }) => volume.name === name)?.volume;
  }

  private add(volume: PodVolume, by: string): void {
    const known = this.all.find((v) => v.volume.name === volume.name);
    if (known?.volume === volume) {
      return;
    }
    const other = known?.volume ?? this.literals().find((v) => v?.name === volume.name);
    if (other && other !== volume && !sameData(written(other), written(volume))) {
      const where = known ? `mounted by '${known.by}'` : 'in the props (volumes)';
      fail(`${by}: the pod '${this.owner.node.path}' has two different volumes named '${volume.name}': `
        + `${text(other)} ${where}, and ${text(volume)} mounted here`, 'rename one of them');
    }
    if (claimTemplateOf(volume) !== undefined && this.claimTemplates === 'refused') {
      fail(`${by}: volume '${volume.name}' is a volume claim template, which is allowed only in a StatefulSet: '${this.owner.node.path}' `
        + `is a ${this.owner.kind}`, 'use Volume.ephemeral or Volume.persistentVolumeClaim');
    }
    if (!known) {
      this.all.push({ volume, by });
      dependOnReferences(this.owner, [volume]);
    }
  }
}

/** Volumes and mounts are instances of classes of ours; in the manifest they are plain. */
export function plainCopy(value: any): any {
  return mountedVolume(value) !== undefined || isVolume(value) ? { ...value } : value;
}

/** What a volume or claim template has in the manifest. */
function written(volume: any): any {
  return claimTemplateOf(volume) ?? { ...volume };
}

function text(volume: any): string {
  return JSON.stringify(written(volume));
}
