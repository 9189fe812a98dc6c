import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useLayoutEffect } from 'react';
import type { Caller } from './fetcher.js';

/** Empties the answers of all tabs when another caller takes over: what they show is what the former one may see. */
export function AnswerReset({ caller }: { caller: Caller }) {
  const tabs = useGraphiQL((state) => state.tabs);
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const { moveTab, updateActiveTabValues } = useGraphiQLActions();

  // A layout effect, because moveTab finds the active tab by identity: no keystroke may come in between.
  useLayoutEffect(() => {
    if (tabs.some((tab, index) => index !== activeTabIndex && tab.response)) {
      // GraphiQL has no action for the tabs in the background, but takes a new list of all of them.
      moveTab(tabs.map((tab, index) => (index === activeTabIndex ? tab : { ...tab, response: null })));
    }
    updateActiveTabValues({ response: null });
    responseEditor?.setValue('');
    // Only the caller counts: the others change with every keystroke.
  }, [caller]);
  return null;
}
