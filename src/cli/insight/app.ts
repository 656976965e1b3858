// What explain says of a whole app: its picture, and who can connect to whom.
import type { KubernetesVersion } from '../../admission/version';
import { appDiagram, connectivity } from '../../links';
import { NETWORK_FORMATS, NetworkFormatName } from '../../report/network/formats';

/** A text, and whether the server would refuse something that it is about. */
export interface Answer {
  readonly text: string;
  readonly refused: boolean;
}

/** The app as a picture. */
export function drawnApp(objects: readonly unknown[], format: 'svg' | 'mermaid', kubernetesVersion: KubernetesVersion | undefined): Answer {
  const { text, allowed } = appDiagram(objects, { format, kubernetesVersion });
  return { text, refused: !allowed };
}

/** The connections that the NetworkPolicies of an app leave open. */
export function network(objects: readonly unknown[], format: NetworkFormatName, kubernetesVersion: KubernetesVersion | undefined): Answer {
  const answer = connectivity(objects, { kubernetesVersion });
  return { text: NETWORK_FORMATS[format](answer), refused: answer.notes.length > 0 };
}
