/** The lists of containers of a pod spec, in the order in which the server looks at all of them. */
export const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
