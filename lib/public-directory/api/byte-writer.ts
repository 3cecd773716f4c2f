const ZERO = 48;

/** Bytes that grow as they are written; one writer is kept and reused, because writing a list never waits. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #length = 0;

  /** Starts over. */
  reset(): void {
    this.#length = 0;
  }

  /** Appends bytes. */
  bytes(part: Uint8Array): void {
    if (this.#length + part.length > this.#bytes.length) this.#grow(part.length);
    this.#bytes.set(part, this.#length);
    this.#length += part.length;
  }

  /** Appends one byte. */
  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** Appends a whole number from 0 up to 2^31 in decimal digits. */
  wholeNumber(value: number): void {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    if (this.#length + digits > this.#bytes.length) this.#grow(digits);
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tenth = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.#length += digits;
  }

  /** What was written, valid until the next reset: whoever sends it takes a copy first. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(more: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
