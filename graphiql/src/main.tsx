import 'graphiql/style.css';
import './style.css';
import './workers.js';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { loadConfig } from './config.js';

const root = createRoot(document.getElementById('root')!);

try {
  root.render(<App config={await loadConfig()} />);
} catch (error) {
  root.render(
    <div className="notice" role="alert">
      <h1>GraphiQL could not start</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>,
  );
}
