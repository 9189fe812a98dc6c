import DataLoader from 'dataloader';

export interface WireCertification {
  readonly id: string;
  readonly due: string | null;
  readonly completed: boolean;
  readonly campaign: unknown;
  readonly decisionsMade: number;
  readonly decisionsTotal: number;
}

export interface WireConfiguration {
  readonly identity: { readonly id: string; readonly name: string };
  readonly configDetails: readonly { readonly configType: string; readonly targetIdentity: unknown; readonly startDate: string; readonly endDate: string | null }[];
}

/** The REST API for one request, in the way of @apollo/datasource-rest: an equal GET is sent once. */
export class CertificationApi {
  readonly reviewers = this.#loader((id) => `/certifications/${id}/reviewers?sorters=name&limit=50`);
  readonly pendingTasks = this.#loader((id) => `/certification-tasks?${new URLSearchParams({ filters: `targetId eq "${id}"` }).toString()}`);
  readonly #apiUrl: string;
  readonly #authorization: string;
  readonly #sent = new Map<string, Promise<unknown>>();

  constructor(apiUrl: string, authorization: string) {
    this.#apiUrl = apiUrl;
    this.#authorization = authorization;
  }

  certifications(first: number) {
    return this.#get(`/certifications?sorters=name&limit=${first}`) as Promise<WireCertification[]>;
  }

  configTypes() {
    return this.#get('/reassignment-configurations/types') as Promise<{ internalName: string; displayName: string }[]>;
  }

  tenantConfiguration() {
    return this.#get('/reassignment-configurations/tenant-config') as Promise<{ configDetails?: { disabled?: boolean } }>;
  }

  configurations() {
    return this.#get('/reassignment-configurations') as Promise<WireConfiguration[]>;
  }

  /** One id that fails does so alone. */
  #loader(pathOf: (id: string) => string): DataLoader<string, unknown> {
    return new DataLoader((ids) => Promise.all(ids.map((id) => this.#get(pathOf(id)).catch((error: Error) => error))));
  }

  #get(path: string): Promise<unknown> {
    const sent = this.#sent.get(path) ?? this.#send(path);
    this.#sent.set(path, sent);
    return sent;
  }

  async #send(path: string): Promise<unknown> {
    const headers = { authorization: this.#authorization, accept: 'application/json', 'x-sailpoint-experimental': 'true' };
    const response = await fetch(this.#apiUrl + path, { headers });
    if (!response.ok) throw new Error(`${response.status}: ${response.statusText}`);
    return response.json();
  }
}
