import QRCode from 'qrcode';

export type QrCode = {
  /** modules on a side, without the quiet zone */ size: number /** one SVG path of unit squares */;
  path: string;
};

/**
 * A text as a QR code of medium error correction (15 % may be damaged), each dark module a unit square of one path.
 * @throws Error when the text is longer than a QR code holds.
 */
export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const squares: string[] = [];
  for (let y = 0; y < size; y++) {
    let x = 0;
    while (x < size) {
      const start = x;
      while (x < size && data[y * size + x]) x++;
      if (x > start) squares.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
      else x++;
    }
  }
  return { size, path: squares.join('') };
}
