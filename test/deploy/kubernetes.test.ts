import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IService } from 'kubernetes-models/v1/Service';
import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { parse, parseAllDocuments } from 'yaml';
import { environmentVariables, readConfig } from '../../src/config.js';
import { defaultBounds } from '../../src/server/server-bounds.js';
import { startTestGateway } from '../support/gateway.js';
import { problemsOf, type Manifest } from './kubernetes-schema.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}deploy/kubernetes/`;
const read = (file: string) => readFileSync(file, 'utf8');

interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator: readonly { readonly name: string; readonly envs: readonly string[] }[];
}

const kustomization = parse(read(`${folder}kustomization.yaml`)) as Kustomization;
const manifests = kustomization.resources.map((file) => parse(read(folder + file)) as Manifest);

function ofKind<Kind>(kind: string): Kind {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found as unknown as Kind;
}

const deployment = ofKind<IDeployment>('Deployment');
const pod = deployment.spec?.template.spec;
const labels = deployment.spec?.template.metadata?.labels;
const [container] = pod?.containers ?? [];
const settings = Object.fromEntries([...read(`${folder}settings.env`).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

test('the kustomization has every file of its folder', () => {
  const [map] = kustomization.configMapGenerator;
  expect([...kustomization.resources, ...(map?.envs ?? []), 'kustomization.yaml'].toSorted()).toEqual(readdirSync(folder).toSorted());
});

describe('by the schema of the Kubernetes API', () => {
  test('all of it is right', async () => {
    expect(await problemsOf(manifests)).toEqual([]);
  });

  test('the examples of docs/kubernetes.md are right', async () => {
    const blocks = [...read(`${root}docs/kubernetes.md`).matchAll(/^```yaml\n([^]*?)^```$/gm)].flatMap(([, text = '']) => parseAllDocuments(text).map((document) => document.toJS() as Manifest));
    const ofTheApi = blocks.filter(({ kind }) => kind !== undefined && !['Kustomization', 'HTTPRoute'].includes(kind));
    expect(ofTheApi.length).toBeGreaterThan(0);
    expect(await problemsOf(ofTheApi)).toEqual([]);
  });

  test.each([
    ['a misspelt field', { selector: labels, ports: [{ port: 80 }], sesionAffinity: 'None' }, /sesionAffinity.* does not exist in type/],
    ['a wrong value', { selector: labels, ports: [{ port: 'eighty' }] }, /port must be integer/],
    ['a missing field', { selector: labels, ports: [{ name: 'http' }] }, /must have required property port/],
  ])('%s is found', async (_name, spec, problem) => {
    expect((await problemsOf([{ ...ofKind<Manifest>('Service'), spec }])).join('\n')).toMatch(problem);
  });
});

describe('the settings', () => {
  const given = { ...settings, ...Object.fromEntries((container?.env ?? []).map(({ name }) => [name, 'redis://redis:6379'])), SAILPOINT_API_URL: 'https://acme.api.identitynow.com/v2025' };

  test('are variables that the gateway reads, and it starts with them', () => {
    for (const name of Object.keys(given)) expect(environmentVariables).toContain(name);
    const { server, cache } = readConfig(given);
    expect([server.host, server.isIntrospectionOn, server.isGraphiqlOn, cache.redisUrls]).toEqual(['0.0.0.0', false, false, ['redis://redis:6379']]);
  });

  test('of the example in docs/kubernetes.md are the gateway’s as well', () => {
    const [, literals = ''] = /^    literals:\n((?: {6}- .+\n)+)/m.exec(read(`${root}docs/kubernetes.md`)) ?? [];
    const given = Object.fromEntries([...literals.matchAll(/- ([A-Z_]+)=(.+)/g)].map(([, name = '', value = '']) => [name, value]));
    expect(environmentVariables).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(readConfig({ ...settings, ...given }).server.corsOrigins).toHaveLength(1);
  });

  test('come from the generated ConfigMap, and what is secret from a Secret', () => {
    expect(container?.envFrom).toEqual([{ configMapRef: { name: kustomization.configMapGenerator[0]?.name } }]);
    for (const { valueFrom } of container?.env ?? []) expect(valueFrom).toEqual({ secretKeyRef: { name: expect.any(String), key: expect.any(String) } });
    expect(Object.keys(settings)).not.toContain('REDIS_URL');
  });

  test('name the ports of the container', () => {
    const ports = Object.fromEntries((container?.ports ?? []).map(({ name, containerPort }) => [name, String(containerPort)]));
    expect(ports).toEqual({ http: settings['PORT'], metrics: settings['METRICS_PORT'] });
    expect(deployment.spec?.template.metadata?.annotations).toEqual({
      'prometheus.io/scrape': 'true',
      'prometheus.io/path': '/metrics',
      'prometheus.io/port': settings['METRICS_PORT'],
    });
  });
});

test('the probes ask for what there is', async () => {
  const probes = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
  expect(probes.map((probe) => probe?.httpGet)).toEqual(['live', 'live', 'ready'].map((what) => ({ path: `/health/${what}`, port: 'http' })));
  const gateway = await startTestGateway();
  try {
    for (const probe of probes) expect((await fetch(`${gateway.origin}${probe?.httpGet?.path}`)).status).toBe(200);
  } finally {
    await gateway.stop();
  }
});

test('the parts find each other', () => {
  const selector = { matchLabels: labels };
  const { spec: autoscaler } = ofKind<IHorizontalPodAutoscaler>('HorizontalPodAutoscaler');
  expect(deployment.spec?.selector).toEqual(selector);
  expect(ofKind<IService>('Service').spec?.selector).toEqual(labels);
  expect(ofKind<IPodDisruptionBudget>('PodDisruptionBudget').spec?.selector).toEqual(selector);
  expect(ofKind<INetworkPolicy>('NetworkPolicy').spec?.podSelector).toEqual(selector);
  for (const { labelSelector } of pod?.topologySpreadConstraints ?? []) expect(labelSelector).toEqual(selector);
  expect(ofKind<IService>('Service').spec?.ports?.map(({ targetPort }) => targetPort)).toEqual(['http']);
  expect(autoscaler?.scaleTargetRef).toEqual({ apiVersion: deployment.apiVersion, kind: 'Deployment', name: deployment.metadata?.name });
  expect(autoscaler?.minReplicas).toBe(3);
  expect(pod?.serviceAccountName).toBe(ofKind<IServiceAccount>('ServiceAccount').metadata?.name);
});

test('a pod has the time to let its clients go and to finish, after the Service has forgotten it', () => {
  const beforeSignalSeconds = container?.lifecycle?.preStop?.sleep?.seconds ?? 0;
  const stopSeconds = (defaultBounds.handOverMs + defaultBounds.finishMs) / 1000;
  expect(beforeSignalSeconds).toBeGreaterThanOrEqual(5);
  // Redis and the log have a moment as well.
  expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(beforeSignalSeconds + stopSeconds + 2);
});

test('it has no more rights than it needs', () => {
  // The image's user has a name, which the kubelet cannot judge: in its base image it is number 1000.
  expect(read(`${root}Dockerfile`)).toMatch(/^USER node$/m);
  expect(pod?.securityContext).toEqual({ runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } });
  expect(container?.securityContext).toEqual({ allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  expect(pod?.automountServiceAccountToken).toBe(false);
  expect(ofKind<IServiceAccount>('ServiceAccount').automountServiceAccountToken).toBe(false);
  expect(ofKind<Manifest>('Namespace').metadata['labels']).toEqual({ 'pod-security.kubernetes.io/enforce': 'restricted' });
});

test('it reaches names, Redis and the internet, and no private network', () => {
  const { egress = [], policyTypes } = ofKind<INetworkPolicy>('NetworkPolicy').spec ?? {};
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(egress.map(({ ports = [] }) => ports.map(({ port }) => port))).toEqual([[53, 53], [6379], [443]]);
  const blocks = egress.flatMap(({ to = [] }) => to.flatMap(({ ipBlock }) => ipBlock ?? []));
  expect(blocks.map(({ cidr }) => cidr)).toEqual(['0.0.0.0/0', '::/0']);
  // Of the machines, where clouds keep credentials.
  expect(blocks[0]?.except).toContain('169.254.0.0/16');
});
