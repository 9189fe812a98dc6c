import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import icon from '../icon.svg';
import { AnswerReset } from './answer-reset.js';
import { CallBadge } from './call-badge.js';
import type { PageConfig, Persona } from './config.js';
import { createFetcher, type Answer, type Caller } from './fetcher.js';
import { MeterPanel } from './meter-panel.js';
import { PersonaSelect } from './persona-select.js';
import { SchemaStrip } from './schema-strip.js';
import { createStorage } from './storage.js';
import { createTabs } from './tabs.js';
import { TokenField } from './token-field.js';

const NOBODY: Caller = { name: 'nobody', token: null };

export function App({ config }: { config: PageConfig }) {
  // The first persona is chosen from the start, so that the first click on Run shows data.
  const [persona, setPersona] = useState<Persona | null>(config.personas[0] ?? null);
  const [token, setToken] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [schemaProblem, setSchemaProblem] = useState<string | null>(null);
  const [page] = useState(() => ({ storage: createStorage(), tabs: createTabs(config.variables) }));

  const caller = useMemo<Caller>(
    () => persona ?? (token === null ? NOBODY : { name: 'the pasted token', token }),
    [persona, token],
  );
  // GraphiQL reads the schema again whenever it is handed another fetcher: that is wanted for another caller.
  const { fetcher, stop } = useMemo(() => {
    const controller = new AbortController();
    const options = { endpoint: config.endpoint, caller, signal: controller.signal };
    return {
      fetcher: createFetcher({ ...options, onRun: () => setAnswer(withoutCalls), onAnswer: setAnswer, onSchema: setSchemaProblem }),
      stop: () => controller.abort(),
    };
  }, [config.endpoint, caller]);
  useEffect(() => stop, [stop]);
  // What another caller has spent is no longer of interest.
  useEffect(() => setAnswer(null), [caller]);

  return (
    <div className="page">
      <header className="bar">
        <h1>
          <img src={icon} alt="" width="20" height="20" />
          certification-gateway
        </h1>
        {persona ? (
          <PersonaSelect personas={config.personas} selected={persona} onSelect={setPersona} />
        ) : (
          <TokenField hasToken={token !== null} onToken={setToken} />
        )}
        <CallBadge answer={answer} />
      </header>
      <SchemaStrip problem={schemaProblem} caller={caller} />
      <div className="editor">
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={page.tabs}
          // Without this the first tab opens with an empty variables editor: GraphiQL fills it from a tab on switching only.
          initialVariables={page.tabs[0]?.variables ?? ''}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
          storage={page.storage}
        >
          <GraphiQL.Logo>
            <></>
          </GraphiQL.Logo>
          <AnswerReset caller={caller} />
        </GraphiQL>
      </div>
      <MeterPanel answer={answer} />
    </div>
  );
}

/** The calls of a run are not to be taken for those of the next one, whose answer may never come. */
function withoutCalls(answer: Answer | null): Answer | null {
  return answer && { ...answer, meter: null };
}
