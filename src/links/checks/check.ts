import type { App } from '../app/app';
import type { AppReport } from '../report';

/** One question about all objects of an app. */
export type Check = (app: App, report: AppReport) => void;
