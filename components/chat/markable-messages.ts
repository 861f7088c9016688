import type { SelectOption } from "@/components/forms/select";
import type { ConversationView } from "@/lib/chat/types";

const MOST = 20;
const SHOWN_LENGTH = 80;

/** The newest texts of the other side, newest first, to choose one by its beginning. */
export function markableMessages({ messages }: ConversationView, { ofStaff }: { ofStaff: boolean }): SelectOption[] {
  const said = messages.filter(({ kind, isStaff, body }) => kind === "text" && isStaff === ofStaff && body !== "");
  return said.slice(-MOST).reverse().map(({ id, body }) => ({ value: id, label: body.slice(0, SHOWN_LENGTH).toWellFormed() }));
}
