/** One field of a message, as it stands in the bytes. */
export type WireValue = bigint | Buffer;

/** A message without its schema: by field number, the values in their order. */
export class Message {
  readonly #fields = new Map<number, WireValue[]>();

  constructor(bytes: Buffer) {
    let offset = 0;
    const varint = (): bigint => {
      let value = 0n;
      for (let shift = 0n; ; shift += 7n) {
        const byte = bytes.readUInt8(offset);
        offset += 1;
        value |= BigInt(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    const take = (length: number): Buffer => {
      if (offset + length > bytes.length) throw new RangeError('a message ends in the middle of a field');
      offset += length;
      return bytes.subarray(offset - length, offset);
    };
    while (offset < bytes.length) {
      const tag = Number(varint());
      const value = [varint, () => take(8), () => take(Number(varint())), null, null, () => take(4)][tag & 7];
      if (!value) throw new TypeError(`no wire type ${tag & 7}`);
      const field = tag >> 3;
      this.#fields.set(field, [...(this.#fields.get(field) ?? []), value()]);
    }
  }

  messages(field: number): Message[] {
    return this.#all(field).map((bytes) => new Message(bytes));
  }

  text(field: number): string {
    return this.#all(field)[0]?.toString('utf8') ?? '';
  }

  hex(field: number): string {
    return this.#all(field)[0]?.toString('hex') ?? '';
  }

  number(field: number): number {
    const [value = 0n] = this.#fields.get(field) ?? [];
    return Number(typeof value === 'bigint' ? value : value.readBigUInt64LE());
  }

  has(field: number): boolean {
    return this.#fields.has(field);
  }

  double(field: number): number {
    return this.#all(field)[0]?.readDoubleLE() ?? 0;
  }

  #all(field: number): Buffer[] {
    return (this.#fields.get(field) ?? []).filter((value) => typeof value !== 'bigint');
  }
}
