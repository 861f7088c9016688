/**
 * Whether the server that took a message in found it to be forged. Only its own word counts (RFC 8601): the first Authentication-Results
 * line that bears its name; whoever sends may write others below it.
 */
export function isForged(results: readonly string[], server: string): boolean {
  const own = results.find((line) => serverOf(line) === server.toLowerCase());
  if (own === undefined) return false;
  const dmarc = resultOf(own, "dmarc");
  if (dmarc === "pass") return false;
  if (dmarc === "fail") return true;
  const spf = resultOf(own, "spf");
  return (spf === "fail" || spf === "softfail") && resultOf(own, "dkim") !== "pass";
}

/** "mx.example.com 1; spf=pass …" → "mx.example.com" */
function serverOf(line: string): string {
  return (/^[^;\s(]+/.exec(line.trim())?.[0] ?? "").toLowerCase();
}

/** The best of a method's results: of several signatures one may be good. */
function resultOf(line: string, method: string): string | null {
  const bare = withoutComments(line);
  const found = [...bare.matchAll(new RegExp(`(?:^|;)\\s*${method}\\s*=\\s*([a-z]+)`, "gi"))].map(([, result = ""]) => result.toLowerCase());
  return found.includes("pass") ? "pass" : (found[0] ?? null);
}

/** What stands in brackets is talk, and may name results. */
function withoutComments(line: string): string {
  let depth = 0;
  let bare = "";
  for (const letter of line.slice(0, 4_000)) {
    if (letter === "(") depth += 1;
    else if (letter === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += letter;
  }
  return bare;
}
