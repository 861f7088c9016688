import type { ClusterView } from "@/lib/tickets/types";

/** "mail3.impera.example, 550: correos, rebotan": what the tickets share; where they share no words, the subject to read first. */
export function clusterTitle({ topic, tickets, centre }: Pick<ClusterView, "topic" | "tickets" | "centre">): string {
  const names = topic.names.join(", ");
  const words = topic.words.join(", ");
  if (names !== "" && words !== "") return `${names}: ${words}`;
  if (names !== "" || words !== "") return capital(names || words, names === "");
  return tickets.find(({ reference }) => reference === centre)?.subject ?? centre;
}

/** A name is written as it is; words begin like a heading. */
function capital(text: string, isWords: boolean): string {
  return isWords ? `${text.slice(0, 1).toLocaleUpperCase("es")}${text.slice(1)}` : text;
}
