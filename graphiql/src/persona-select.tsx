import { useId } from 'react';
import type { Persona } from './config.js';

interface PersonaSelectProps {
  personas: readonly Persona[];
  selected: Persona;
  onSelect: (persona: Persona) => void;
}

/** Two personas may be the same person, one of them with an expired token: the key tells them apart. */
export function PersonaSelect({ personas, selected, onSelect }: PersonaSelectProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="caller">
      <label htmlFor={id}>Persona</label>
      <select
        id={id}
        value={selected.key}
        aria-describedby={hintId}
        onChange={({ currentTarget }) => {
          const persona = personas.find(({ key }) => key === currentTarget.value);
          if (persona) onSelect(persona);
        }}
      >
        {personas.map(({ key, name }) => (
          <option key={key} value={key}>
            {readable(key)} · {name}
          </option>
        ))}
      </select>
      <span className="hint" id={hintId} title={selected.description}>
        {selected.description}
      </span>
    </div>
  );
}

// 'otherReviewer' → 'Other reviewer'
function readable(key: string): string {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
