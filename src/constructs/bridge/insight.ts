import type * as insights from '../../insight';
import type { InsightOptions } from '../../insight/types-common';
import type { PodDefaults } from '../../insight/types-defaults';
import type { DiagramOptions, PodDiagram, TimelineDiagramOptions } from '../../insight/types-diagram';
import type { PodResources, ResourcesOptions } from '../../insight/types-resources';
import type { PodRestarts } from '../../insight/types-restarts';
import type { PodSpread, TopologySpreadOptions } from '../../insight/types-spread';
import type { PodTimeline, TimelineOptions } from '../../insight/types-timeline';

/** The insights. They are loaded at their first use, so that importing this package does not wait for them. */
function load(): typeof insights {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import cannot wait, and import() answers too late
  return require('../../insight') as typeof insights;
}

/**
 * How a pod will live, from its manifest alone: a Pod, or an object with a pod template. Never throws for what a manifest has in it: what
 * the server refuses is in the findings, and the rest has an answer.
 */
export class Insight {
  /**
   * What the server will add to a manifest, field by field.
   *
   * @param manifest the manifest as plain data
   * @param options the version it is for
   */
  public static defaults(manifest: any, options: InsightOptions = {}): PodDefaults {
    return load().defaults(manifest, options);
  }

  /**
   * What a pod takes of its node: what the scheduler reserves, what the kubelet enforces, and how these come about.
   *
   * @param manifest the manifest as plain data
   * @param options the version it is for, and the memory of the node
   */
  public static effectiveResources(manifest: any, options: ResourcesOptions = {}): PodResources {
    return load().effectiveResources(manifest, options);
  }

  /**
   * In which order the containers start and stop, how long that may take, and what of it cannot work.
   *
   * @param manifest the manifest as plain data
   * @param options the version it is for, and what is known beside the manifest
   */
  public static timeline(manifest: any, options: TimelineOptions = {}): PodTimeline {
    return load().timeline(manifest, options);
  }

  /**
   * What restarts, when, and how long it waits before: containers, and the pods of a Job.
   *
   * @param manifest the manifest as plain data
   * @param options the version it is for
   */
  public static restarts(manifest: any, options: InsightOptions = {}): PodRestarts {
    return load().restarts(manifest, options);
  }

  /**
   * A pod as a picture.
   *
   * @param manifest the manifest as plain data
   * @param options SVG or Mermaid, and the version it is for
   */
  public static diagram(manifest: any, options: DiagramOptions = {}): PodDiagram {
    return load().diagram(manifest, options);
  }

  /**
   * How a pod starts and stops, as a picture.
   *
   * @param manifest the manifest as plain data
   * @param options SVG or Mermaid, the version it is for, and what is known beside the manifest
   */
  public static timelineDiagram(manifest: any, options: TimelineDiagramOptions = {}): PodDiagram {
    return load().timelineDiagram(manifest, options);
  }

  /**
   * How pods are spread over the domains of each topology spread constraint, and where the next one may go.
   *
   * @param manifest the manifest as plain data
   * @param options the nodes, and the pods on them
   */
  public static topologySpread(manifest: any, options: TopologySpreadOptions): PodSpread {
    return load().topologySpread(manifest, options);
  }

  private constructor() {}
}
