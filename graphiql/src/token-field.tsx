import { useId, useState } from 'react';

interface TokenFieldProps {
  hasToken: boolean;
  onToken: (token: string | null) => void;
}

/**
 * The token lives in this page's memory and is gone with it. There is no form around the field: a submitted password
 * makes browsers offer to keep it.
 */
export function TokenField({ hasToken, onToken }: TokenFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const [text, setText] = useState('');
  const apply = () => onToken(cleanToken(text));
  return (
    <div className="caller">
      <label htmlFor={id}>Bearer token</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-describedby={hintId}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') apply();
        }}
      />
      <button type="button" onClick={apply}>
        Use token
      </button>
      <span className="hint" id={hintId}>
        {hasToken ? 'In use. ' : ''}Kept in this page’s memory only.
      </span>
    </div>
  );
}

// Tokens are often copied together with the header's first word.
function cleanToken(text: string): string | null {
  return text.trim().replace(/^(authorization:\s*)?bearer\s+/i, '') || null;
}
