import qr from "qrcode-generator";

/** Free space around it, in modules, as the standard asks. */
const QUIET = 4;

/** A text as a picture that a camera reads; dark on light in either theme, because many cameras read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qr(0, "M");
  code.addData(text, "Byte");
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => Array.from({ length: count }, (_, column) => (code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : "")).join(""));
  const size = count + 2 * QUIET;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className="size-48 shrink-0 rounded-md border" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.join("")} fill="#000" />
    </svg>
  );
}
