import { IConstruct } from 'constructs';
import { optionsFor } from './admission-settings';
import type { InsightOptions } from '../../insight/types-common';

// What else of the room behind this bridge the constructs use.
export type { PodDefaults } from '../../insight/types-defaults';
export type { DiagramOptions, TimelineDiagramOptions } from '../../insight/types-diagram';
export type { PodResources, ResourcesOptions } from '../../insight/types-resources';
export type { PodRestarts } from '../../insight/types-restarts';
export type { PodSpread, TopologySpreadOptions } from '../../insight/types-spread';
export type { PodTimeline, TimelineOptions } from '../../insight/types-timeline';

/** The options with the version that a construct is configured for, unless they have one. */
export function optionsOf<O extends InsightOptions>(construct: IConstruct, options: O): O {
  return { ...options, kubernetesVersion: options.kubernetesVersion ?? optionsFor(construct).kubernetesVersion };
}
