export { findLinks, reviewAll } from './review-all';
export { settingsOf as linkSettings } from './options';
export type { AppFinding, AppOptions, AppReview, Origin, OtherSide, Verdict } from './model';
export { connectivity, connectivityDiff, portsText } from './network';
export type { Connection, ConnectionChange, Connectivity, ConnectivityDiff, NetworkPeer, PortRange, Ports, Protocol, Unclear } from './network';
export { appDiagram } from './app-diagram';
export type { AppDiagram, AppDiagramOptions } from './app-diagram';
export type { AppDiagramFormat } from './diagram';
