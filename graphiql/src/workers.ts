import workers from 'virtual:workers';

// Plain files of our own origin. GraphiQL's setup-workers modules are for other bundlers, and workers from blob:
// addresses would need a weaker Content-Security-Policy.
const environment = {
  getWorker(_workerId: string, label: string): Worker {
    const url = label === 'json' ? workers.json : label === 'graphql' ? workers.graphql : workers.editor;
    return new Worker(url, { type: 'module', name: label });
  },
};

// The name under which Monaco looks for it.
Object.assign(globalThis, { MonacoEnvironment: environment });
