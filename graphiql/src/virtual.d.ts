declare module 'virtual:examples' {
  const examples: Readonly<Record<string, { query: string; variables: Readonly<Record<string, unknown>> }>>;
  export default examples;
}

declare module 'virtual:workers' {
  const workers: { editor: string; json: string; graphql: string };
  export default workers;
}

declare module '*.css';

declare module '*.svg' {
  const url: string;
  export default url;
}
