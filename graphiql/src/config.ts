export interface Persona {
  key: string;
  name: string;
  description: string;
  token: string;
}

export interface PageConfig {
  endpoint: string;
  /** Empty in production: there the user brings a token. */
  personas: readonly Persona[];
  /** For the example operations, by operation name: ids of the sandbox. */
  variables: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const CONFIG_URL = '/graphiql/config.json';

export async function loadConfig(): Promise<PageConfig> {
  const response = await fetch(CONFIG_URL, { headers: { accept: 'application/json' }, cache: 'no-store' }).catch(() => {
    throw new Error(`The gateway does not answer at ${location.origin}. Is it still running?`);
  });
  if (!response.ok) throw new Error(`${CONFIG_URL} was answered with HTTP ${response.status}.`);
  const config: unknown = await response.json().catch(() => null);
  if (!isConfig(config)) throw new Error(`${CONFIG_URL} is not the JSON this page needs.`);
  return { ...config, variables: config.variables ?? {} };
}

function isConfig(value: unknown): value is Omit<PageConfig, 'variables'> & Partial<PageConfig> {
  if (typeof value !== 'object' || value === null) return false;
  const { endpoint, personas, variables } = value as Record<string, unknown>;
  return (
    typeof endpoint === 'string' &&
    Array.isArray(personas) &&
    personas.every(isPersona) &&
    (variables === undefined || (typeof variables === 'object' && variables !== null))
  );
}

function isPersona(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { key, name, description, token } = value as Record<string, unknown>;
  return [key, name, description, token].every((text) => typeof text === 'string');
}
