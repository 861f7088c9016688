import { findCues, hasPanelWord, isNearPanel } from "@/lib/secrets/cues";
import { isPasswordShaped, isRichlyMixed } from "@/lib/secrets/password-shape";
import type { SecretFinding } from "@/lib/secrets/types";

/** Passwords without a word of their own: "ventas@acme.example: Luna#441" below a heading, "cPanel: acmeher / Mx8!ruta66". */

const AFTER_ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{3,80}[ \t]{0,3}[:/|,\t -][ \t]{0,3}([^\s|,;]{6,64})/g;
const AFTER_SEPARATOR = /[ \t]{0,3}[/:|][ \t]{0,3}([^\s/:|]{6,64})(?=\s|$|[,;.)])/g;
const SHELL_OPTION = /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n]{0,100}? -p([^\s-][^\s]{3,63})/g;
/** So many lines below "Datos del VPS" still belong to it. */
const LINES_BELOW = 3;
const LONGEST_LINE = 400;

export function findAccountPairs({ text, folded }: { text: string; folded: string }): SecretFinding[] {
  const shell = [...text.matchAll(SHELL_OPTION)].map((match) => lastGroup(match, "password"));
  return [...shell, ...(findCues(folded).some(({ kind }) => kind === "password") ? besideAddresses(text, folded) : []), ...belowPanels(text, folded)];
}

function besideAddresses(text: string, folded: string): SecretFinding[] {
  return [...text.matchAll(AFTER_ADDRESS)].flatMap((match): SecretFinding[] => {
    const finding = lastGroup(match, isNearPanel(folded, match.index) ? "panel_credentials" : "password");
    return isPasswordShaped(text.slice(finding.start, finding.end)) ? [finding] : [];
  });
}

function belowPanels(text: string, folded: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  let at = 0;
  let linesLeft = 0;
  for (const line of text.split("\n")) {
    const isPanel = line.length <= LONGEST_LINE && hasPanelWord(folded.slice(at, at + line.length));
    if (isPanel) linesLeft = LINES_BELOW + 1;
    if (linesLeft > 0 && line.length <= LONGEST_LINE) {
      for (const { start, end } of pairsIn(line, { isAlone: !isPanel })) found.push({ kind: "panel_credentials", start: at + start, end: at + end });
    }
    linesLeft -= 1;
    at += line.length + 1;
  }
  return found;
}

function pairsIn(line: string, { isAlone }: { isAlone: boolean }): { start: number; end: number }[] {
  const pairs = [...line.matchAll(AFTER_SEPARATOR)].flatMap((match) => {
    const { start, end } = lastGroup(match, "panel_credentials");
    return isPasswordShaped(line.slice(start, end)) ? [{ start, end }] : [];
  });
  const only = /^[ \t]*(\S{8,64})[ \t]*\r?$/.exec(line);
  if (isAlone && only && isRichlyMixed(only[1]!)) pairs.push({ start: line.indexOf(only[1]!), end: line.indexOf(only[1]!) + only[1]!.length });
  return pairs;
}

function lastGroup(match: RegExpExecArray, kind: SecretFinding["kind"]): SecretFinding {
  const value = match[1]!;
  const end = match.index + match[0].length;
  return { kind, start: end - value.length, end: end - (value.length - value.replace(/[.,;:)]+$/, "").length) };
}
