import { podMermaid, timelineMermaid } from './mermaid';
import { podSvg } from './pod-svg';
import { timelineSvg } from './timeline-svg';
import { readPod } from '../read-pod';
import { timelineOf } from '../timeline';
import type { DiagramOptions, PodDiagram, TimelineDiagramOptions } from '../types-diagram';

/**
 * A pod as a picture: containers by role in the order in which they start, the volumes that each mounts and where, ports, probes and hooks,
 * and which variables come from which ConfigMap, Secret or field.
 */
export function diagram(manifest: unknown, options?: DiagramOptions): PodDiagram {
  const pod = readPod(manifest, options);
  return { findings: pod.findings, text: options?.format === 'mermaid' ? podMermaid(pod) : podSvg(pod) };
}

/** How a pod starts and stops, as a picture. */
export function timelineDiagram(manifest: unknown, options?: TimelineDiagramOptions): PodDiagram {
  const pod = readPod(manifest, options);
  const times = timelineOf(pod, options);
  const title = `${pod.kind} ${pod.name}`;
  return { findings: pod.findings, text: options?.format === 'mermaid' ? timelineMermaid(times, title) : timelineSvg(times, title) };
}
