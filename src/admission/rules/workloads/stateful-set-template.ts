import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded, Mutable } from '../../decode/decoded';
import { Path } from '../../path';
import { validateAnnotations, validateLabels } from '../metadata/metadata';
import { movePlaces } from '../pod/place';
import { validatePodTemplate } from '../pod/pod-template';
import { validatePodAnnotations } from '../security/annotations';

const CLAIMS = Path.root.child('spec').child('volumeClaimTemplates');

type Template = Decoded<k8s.PodTemplateSpec>;
type Claims = Decoded<k8s.PersistentVolumeClaim[]>;
type Volumes = Decoded<k8s.Volume[]>;

/**
 * Validates the pods of a StatefulSet: claim templates become volumes, replacing volumes of the same name, and the controller sets hostname
 * and subdomain, so the template's are not validated. Up to 1.33, only labels and annotations are validated.
 */
export function validateStatefulSetTemplate(spec: Decoded<k8s.StatefulSetSpec>, path: Path, ctx: Context): void {
  const { template, volumeClaimTemplates: claims } = spec;
  if (!on(ctx, 'StatefulSetTemplatesAreChecked')) {
    validateTemplateMeta(template, path, ctx);
    return;
  }
  const pod = template?.spec;
  if (claims === undefined && pod?.hostname === undefined && pod?.subdomain === undefined) {
    validatePodTemplate(template, path, ctx);
    return;
  }
  const claimed = claims === undefined ? undefined : claimedVolumes(claims, pod?.volumes ?? []);
  const since = ctx.report.findings.length;
  const running: Mutable<Decoded<k8s.PodSpec>> = { ...pod };
  running.hostname = undefined;
  running.subdomain = undefined;
  running.volumes = claimed?.volumes ?? pod?.volumes;
  validatePodTemplate({ ...template, spec: running }, path, ctx);
  if (claimed !== undefined) {
    const volumes = path.child('spec').child('volumes');
    ctx.report.move(since, (at) => placeOf(at, volumes, claimed.places));
  }
}

function validateTemplateMeta(template: Template | undefined, path: Path, ctx: Context): void {
  const annotations = template?.metadata?.annotations;
  const since = ctx.report.findings.length;
  validateLabels(template?.metadata?.labels, path.child('labels'), ctx);
  validateAnnotations(annotations, path.child('annotations'), ctx);
  validatePodAnnotations(annotations, template?.spec ?? {}, path.child('annotations'), ctx);
  // The server omits `metadata` from these paths.
  movePlaces(ctx.report, since, path, path.child('metadata'));
}

/** Where a volume of the pods comes from: the template of a claim, or the volumes of the pod template. */
type VolumePlace = { readonly claim: number } | { readonly volume: number };

/** The volumes that a pod will have, and the place of each in the manifest. The server puts those of claims first, in random order. */
function claimedVolumes(claims: Claims, own: Volumes): { volumes: Volumes; places: VolumePlace[] } {
  const volumes = new Map<string, Decoded<k8s.Volume>>();
  const places = new Map<string, VolumePlace>();
  claims.forEach((claim, i) => {
    const name = claim.metadata?.name;
    // Without a name, the claim's name is missing too.
    volumes.set(name ?? '', name === undefined ? { persistentVolumeClaim: {} } : { name, persistentVolumeClaim: { claimName: name } });
    places.set(name ?? '', { claim: i });
  });
  const allVolumes = [...volumes.values()];
  const allPlaces = [...places.values()];
  own.forEach((volume, i) => {
    if (!volumes.has(volume.name ?? '')) {
      allVolumes.push(volume);
      allPlaces.push({ volume: i });
    }
  });
  return { volumes: allVolumes, places: allPlaces };
}

/** The place in the manifest of something in the volumes of the pods; all findings on a claim's volume go to the claim's name. */
function placeOf(at: Path, volumes: Path, places: readonly VolumePlace[]): Path {
  const index = at.indexIn(volumes);
  if (index === undefined) {
    return at;
  }
  const place = places[index];
  return 'claim' in place ? CLAIMS.index(place.claim).child('metadata').child('name') : at.moved(volumes.index(index), volumes.index(place.volume));
}
