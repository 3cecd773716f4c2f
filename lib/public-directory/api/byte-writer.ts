const ZERO = 48;
/** Room for some twenty answers of usual length. */
const SLAB_BYTES = 256 * 1024;

/**
 * Writes the bytes of one answer after another into slabs of memory. What was written is never written over, so a
 * socket may take its time and nobody has to copy; a slab goes when the last answer in it has gone.
 */
export class ByteWriter {
  #slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  #start = 0;
  #end = 0;

  /** Begins a new answer. */
  begin(): void {
    this.#start = this.#end;
  }

  /** Appends bytes. */
  bytes(part: Uint8Array): void {
    if (this.#end + part.length > this.#slab.length) this.#moveOn(part.length);
    this.#slab.set(part, this.#end);
    this.#end += part.length;
  }

  /** Appends one byte. */
  byte(value: number): void {
    if (this.#end === this.#slab.length) this.#moveOn(1);
    this.#slab[this.#end++] = value;
  }

  /** Appends a whole number from 0 up to 2^31 in decimal digits. */
  wholeNumber(value: number): void {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    if (this.#end + digits > this.#slab.length) this.#moveOn(digits);
    let rest = value;
    for (let at = this.#end + digits - 1; at >= this.#end; at--) {
      const tenth = Math.floor(rest / 10);
      this.#slab[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.#end += digits;
  }

  /** What was written since the answer began. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#slab.subarray(this.#start, this.#end);
  }

  /** Takes the answer under way to a new slab with room for more. */
  #moveOn(more: number): void {
    const begun = this.written();
    const slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, 2 * (begun.length + more)));
    slab.set(begun);
    this.#slab = slab;
    this.#start = 0;
    this.#end = begun.length;
  }
}
