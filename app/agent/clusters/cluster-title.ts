import type { ClusterView } from "@/lib/tickets/types";

/** "mail3.impera.example, 550: correos, rebotan": what the tickets share; where they share no words, the subject to read first. */
export function clusterTitle({ topic, tickets, centre }: Pick<ClusterView, "topic" | "tickets" | "centre">): string {
  const spell = spellingOf(tickets.map(({ subject }) => subject));
  const names = topic.names.join(", ");
  const words = topic.words.map(spell).join(", ");
  if (names !== "") return words === "" ? names : `${names}: ${words}`;
  if (words !== "") return words.slice(0, 1).toLocaleUpperCase("es") + words.slice(1);
  return tickets.find(({ reference }) => reference === centre)?.subject ?? centre;
}

/** A word as the subjects write it ("CFDI", "Softlik"), where it does not begin one: there every word is a capital's. */
function spellingOf(subjects: string[]): (word: string) => string {
  const spellings = new Map<string, string>();
  for (const subject of subjects) {
    for (const [index, word] of (subject.match(/[\p{L}\p{N}]+/gu) ?? []).entries()) {
      const isTelling = index > 0 || /^\p{Lu}{2,}$/u.test(word);
      if (isTelling) spellings.set(word.toLowerCase(), word);
    }
  }
  return (word) => spellings.get(word) ?? word;
}
