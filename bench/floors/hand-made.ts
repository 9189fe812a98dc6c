import { createServer, type IncomingMessage } from 'node:http';
import { announce } from '../listening.js';

/** GET of a path under the base URL, with the caller's token; the parsed JSON. */
export type GetJson = (path: string, authorization: string) => Promise<unknown>;

interface WireCertification {
  readonly id: string;
  readonly name: string;
  readonly phase: string;
  readonly due: string | null;
  readonly completed: boolean;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly decisionsMade: number;
  readonly decisionsTotal: number;
}

interface WireReviewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Certifications with their reviewers as somebody would write it who needs nothing else: no GraphQL, no checks, no
 * cache, no limit. Answers what the gateway answers.
 */
export function serveByHand(getJson: GetJson): void {
  const server = createServer((request, response) => {
    void join(request).then((body) => {
      const bytes = Buffer.from(JSON.stringify(body));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    });
  });

  async function join(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: { first: number } };
    const { authorization = '' } = request.headers;
    const certifications = (await getJson(`/certifications?sorters=name&limit=${variables.first}`, authorization)) as WireCertification[];
    const nodes = certifications.map(async (certification) => ({
      id: certification.id,
      name: certification.name,
      phase: certification.phase,
      dueAt: certification.due,
      isCompleted: certification.completed,
      campaign: { id: certification.campaign.id, name: certification.campaign.name },
      progress: { decisionsMade: certification.decisionsMade, decisionsTotal: certification.decisionsTotal },
      reviewers: {
        nodes: ((await getJson(`/certifications/${certification.id}/reviewers?sorters=name&limit=50`, authorization)) as WireReviewer[]).map(
          ({ id, name, email }) => ({ id, name, email }),
        ),
      },
    }));
    return { data: { certifications: { nodes: await Promise.all(nodes) } } };
  }

  announce(server);
}
