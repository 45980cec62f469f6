import encodeQR from "qr";

/** A picture for a camera, as the path of an SVG and the length of its side. */
export interface QrCode {
  path: string;
  side: number;
}

/**
 * A QR code (ISO/IEC 18004) of this text, with error level Q: a quarter of it may be covered, folded or worn. The white
 * around it that a camera needs, four modules, is part of it.
 */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: 4 });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((on, x) => {
      if (!on || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${end - x}v1h-${end - x}z`;
    }),
  );
  return { path: dark.join(""), side: rows.length };
}
