import { decodeAnswers } from "@/lib/questions/answer-fields";
import { isSameDraft, joinDrafts, type KeptDraft } from "@/lib/drafts/choice";
import type { DraftData } from "@/lib/drafts/schema";

/** Three states of one draft: what it was when both had it, what it is here, what it is elsewhere. */
export type Diverged = { base: DraftData; mine: DraftData; theirs: DraftData };

/** Whose text stands. The files of both are one list whatever is decided of the texts. */
export type Decision = "mine" | "theirs" | "both";

/** Where only one of both changed the text nobody has to be asked: files do not contradict each other. Null: somebody has to. */
export function quietDecision({ base, mine, theirs }: Diverged): Decision | null {
  if (isSameText(mine, theirs) || isSameText(theirs, base)) return "mine";
  return isSameText(mine, base) ? "theirs" : null;
}

export function mergeDrafts(decision: Decision, { base, mine, theirs }: Diverged): DraftData {
  const joined = { mine, theirs, both: joinDrafts(mine, theirs) }[decision];
  return withFiles(joined, joinFiles({ base, mine, theirs }));
}

/** What a person has to know of both before choosing: answers by question id, "" for none; files of the other one by name. */
export type Differences = { answers: { id: string; mine: string; theirs: string }[]; filesThere: string[]; filesHere: number };

export function differencesOf(mine: DraftData, theirs: KeptDraft): Differences {
  const [here, there] = [decodeAnswers(mine.answers), decodeAnswers(theirs.data.answers)];
  const ids = [...new Set([...Object.keys(there), ...Object.keys(here)])];
  const files = new Set(theirs.data.attachments);
  return {
    answers: ids.flatMap((id) => {
      const answer = { id, mine: here[id]?.trim() ?? "", theirs: there[id]?.trim() ?? "" };
      return answer.mine === answer.theirs ? [] : [answer];
    }),
    filesThere: (theirs.files ?? []).flatMap(({ id, name }) => (mine.attachments?.includes(id) ? [] : [name])),
    filesHere: (mine.attachments ?? []).filter((id) => !files.has(id)).length,
  };
}

/** Ids in an order that both know: what either added stays, what either took away is gone. */
function joinFiles({ base, mine, theirs }: Diverged): string[] {
  const [before, here, there] = [base, mine, theirs].map(({ attachments = [] }) => attachments) as [string[], string[], string[]];
  return [...new Set([...there, ...here])].filter((id) => !before.includes(id) || (here.includes(id) && there.includes(id)));
}

function isSameText(one: DraftData, other: DraftData): boolean {
  return isSameDraft(withFiles(one, []), withFiles(other, []));
}

function withFiles(draft: DraftData, ids: string[]): DraftData {
  const { attachments: _, ...data } = draft;
  return ids.length > 0 ? { ...data, attachments: ids } : data;
}
