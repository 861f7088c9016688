import type { SecretFinding } from "@/lib/secrets/types";

/** scheme://user:password@host…, the user being optional. */
const WITH_PASSWORD = /(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/?#"'<>]{0,80}:[^\s@/"'<>]{1,120}@[^\s"'<>`]{1,300}/gi;
const JDBC = /(?<![\w+.-])jdbc:[^\s"'<>`]{4,400}/gi;
const QUERY_PASSWORD = /[?&;](?:password|passwd|pwd)=[^&;\s]/i;

/** "Server=…;User Id=…;Password=…": the part of a line from the first such key to the last. */
const FIRST_KEY = /(?<![\w])(?:server|data source|provider|driver|host|dsn|addr|address|network address)[ \t]?=/i;
const PASSWORD_KEY = /(?:^|;)[ \t]?(?:pwd|password)[ \t]?=[ \t]?[^;\s]/i;
const SEGMENT = /[ \t]?[\w ]{2,40}=[ \t]?(?:\{[^}\n]{0,80}\}|[^;\s"']{1,200}|(?=;))/y;
const LONGEST_LINE = 2_000;

export function findConnectionStrings(text: string): SecretFinding[] {
  const urls = [...text.matchAll(WITH_PASSWORD)].map((match) => spanOf(match));
  const jdbc = [...text.matchAll(JDBC)].filter((match) => QUERY_PASSWORD.test(match[0])).map((match) => spanOf(match));
  return [...urls, ...jdbc, ...keyedStrings(text)];
}

function spanOf(match: RegExpExecArray): SecretFinding {
  const bare = match[0].replace(/[.,;:!?)\]}]{1,8}$/, "");
  return { kind: "connection_string", start: match.index, end: match.index + bare.length };
}

function keyedStrings(text: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const finding = line.length <= LONGEST_LINE && line.includes(";") ? keyedString(line) : null;
    if (finding) found.push({ kind: "connection_string", start: at + finding.start, end: at + finding.end });
    at += line.length + 1;
  }
  return found;
}

function keyedString(line: string): { start: number; end: number } | null {
  const first = FIRST_KEY.exec(line);
  if (!first) return null;
  const start = first.index;
  let end = start;
  SEGMENT.lastIndex = start;
  for (;;) {
    const segment = SEGMENT.exec(line);
    if (!segment) break;
    end = segment.index + segment[0].length;
    if (line[end] !== ";") break;
    end += 1;
    SEGMENT.lastIndex = end;
  }
  return PASSWORD_KEY.test(line.slice(start, end)) ? { start, end } : null;
}
