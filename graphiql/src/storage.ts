import type { GraphiQLProps } from 'graphiql';

// Looks outlive a reload, contents do not. Every load starts with the example tabs and the ids of the sandbox that is
// running now: tabs kept from another day would ask for certifications that no longer exist, and tabs and history would
// carry along whatever was typed into the headers editor, tokens included.
const LASTING = ['theme', 'docExplorerFlex', 'editorFlex', 'secondaryEditorFlex'].map((name) => `graphiql:${name}`);

export function createStorage(lasting: Storage | null = browserStorage()): NonNullable<GraphiQLProps['storage']> {
  const passing = new Map<string, string>();
  const lasts = (key: string) => lasting !== null && LASTING.includes(key);
  return {
    getItem: (key) => (lasts(key) ? lasting!.getItem(key) : (passing.get(key) ?? null)),
    setItem(key, value) {
      if (lasts(key)) lasting!.setItem(key, value);
      else passing.set(key, value);
    },
    removeItem(key) {
      if (lasts(key)) lasting!.removeItem(key);
      else passing.delete(key);
    },
    clear() {
      for (const key of LASTING) lasting?.removeItem(key);
      passing.clear();
    },
    get length() {
      return passing.size;
    },
  };
}

// Reading the property throws where the user has site data switched off.
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
