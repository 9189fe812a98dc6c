const pieceLength = 20;

/**
 * Looks for tokens, and for twenty characters in a row of any of their parts. The first part of a JWT is left out: it
 * names the algorithm, and is the same in all of them.
 */
export class SecretPieces {
  readonly #pieces = new Set<string>();

  /** Throws RangeError for a token that is too short to be told from other text. */
  constructor(tokens: readonly string[]) {
    for (const part of tokens.flatMap(secretParts)) {
      if (part.length < pieceLength) throw new RangeError(`no secret to look for: ${part}`);
      for (let start = 0; start + pieceLength <= part.length; start += 1) this.#pieces.add(part.slice(start, start + pieceLength));
    }
  }

  /** The first piece of a token in the text; null when there is none. */
  findIn(text: string): string | null {
    for (let start = 0; start + pieceLength <= text.length; start += 1) {
      const piece = text.slice(start, start + pieceLength);
      if (this.#pieces.has(piece)) return piece;
    }
    return null;
  }
}

function secretParts(token: string): string[] {
  const parts = token.split('.');
  return parts.length === 3 ? parts.slice(1).filter((part) => part !== '') : [token];
}
