import { fetchConversation, postMessage } from "@/components/chat/chat-requests";
import { readUnsent, stillUnsent, writeUnsent, type Unsent } from "@/components/chat/outbox";
import { freshKey } from "@/components/forms/fresh-key";
import type { ConversationView } from "@/lib/chat/types";

export type TalkState = { view: ConversationView; unsent: Unsent[]; isSignedOut: boolean };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** The server counts what one writes in ten seconds. */
const TOO_FAST_MS = 10_500;

/**
 * A conversation in one page. What was written here goes to the server one after the other, in the order in which it was written, and is
 * kept in the browser until it is there: after a cut it is tried again by itself under the same number; what the server refuses stays, with
 * why, until one decides. What is new is read from where one has read to.
 * @param place names the person and the conversation in the browser's storage
 */
export function createTalk({ initial, place, words, show }: { initial: ConversationView; place: string; words: { offline: string; secrets: string }; show: (state: TalkState) => void }) {
  const { id } = initial;
  const own = new Set<string>();
  let state: TalkState = { view: initial, unsent: [], isSignedOut: false };
  let isPumping = false;
  let isReading = false;
  let isReadWanted = false;
  const life = { isOver: false };
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(next: Partial<TalkState>) {
    if (life.isOver) return;
    const merged = { ...state, ...next };
    state = { ...merged, unsent: stillUnsent(merged.unsent, merged.view.messages) };
    for (const each of state.unsent) own.add(each.clientMessageId);
    writeUnsent(place, state.unsent, own);
    show(state);
  }

  function changeOne(key: string, to: Partial<Unsent>) {
    change({ unsent: state.unsent.map((each) => (each.clientMessageId === key ? { ...each, ...to } : each)) });
  }

  async function read() {
    isReadWanted = true;
    if (isReading) return;
    isReading = true;
    while (isReadWanted && !life.isOver) {
      isReadWanted = false;
      const found = await fetchConversation(id, state.view.messages.at(-1)?.seq ?? 0);
      if (found === "signed-out") change({ isSignedOut: true });
      else if (found !== null && found !== "gone") change({ isSignedOut: false, view: mergeViews(state.view, found) });
    }
    isReading = false;
  }

  async function pump() {
    if (isPumping) return;
    isPumping = true;
    clearTimeout(timer);
    for (let next = nextToSend(); next && !life.isOver; next = nextToSend()) if (!(await sendOne(next))) break;
    isPumping = false;
  }

  function nextToSend(): Unsent | undefined {
    return state.unsent.find((each) => each.state === "sending");
  }

  /** @returns whether the next one may go */
  async function sendOne(message: Unsent): Promise<boolean> {
    const key = message.clientMessageId;
    const answer = await postMessage(id, message);
    switch (answer.kind) {
      case "sent":
        waitMs = FIRST_WAIT_MS;
        // Until the conversation was read with it in it, it is shown from here.
        changeOne(key, { state: "sent", why: null });
        void read();
        return true;
      case "refused":
        if (answer.code === "CHAT_TOO_FAST") {
          changeOne(key, { why: answer.message });
          later(TOO_FAST_MS);
          return false;
        }
        if (answer.code === "CHAT_SECRETS") changeOne(key, { state: "asked", why: words.secrets, secretsKept: answer.fingerprints });
        else changeOne(key, { state: "failed", why: answer.message });
        void read();
        return true;
      case "cut":
      case "signed-out":
        // Nothing behind it goes before it.
        change({ isSignedOut: answer.kind === "signed-out", unsent: state.unsent.map((each) => (each.state === "sending" ? { ...each, state: "failed", why: words.offline } : each)) });
        later(waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
        return false;
      default:
        return answer satisfies never;
    }
  }

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(again, ms);
  }

  /** What a cut held back is tried once more. */
  function again() {
    change({ unsent: state.unsent.map((each) => (each.state === "failed" && each.why === words.offline ? { ...each, state: "sending", why: null } : each)) });
    void pump();
  }

  return {
    /** @returns what ends it */
    start(): () => void {
      life.isOver = false;
      change({ unsent: readUnsent(place) });
      void pump();
      const onOnline = () => {
        again();
        void read();
      };
      window.addEventListener("online", onOnline);
      return () => {
        life.isOver = true;
        clearTimeout(timer);
        window.removeEventListener("online", onOnline);
      };
    },
    read: () => void read(),
    /** The page was rendered again, by an action for instance. */
    take: (view: ConversationView) => change({ view: mergeViews(state.view, view) }),
    add(body: string, attachments: string[]) {
      change({ unsent: [...state.unsent, { clientMessageId: freshKey(), body, attachments, at: new Date().toISOString(), secretsKept: [], state: "sending", why: null }] });
      void pump();
    },
    retry(key: string) {
      changeOne(key, { state: "sending", why: null });
      void pump();
    },
    drop: (key: string) => change({ unsent: state.unsent.filter((each) => each.clientMessageId !== key) }),
  };
}

/** Each message once, in the order of its number. */
function mergeViews(before: ConversationView, found: ConversationView): ConversationView {
  const known = new Map([...before.messages, ...found.messages].map((message) => [message.seq, message]));
  const newer = found.lastSeq >= before.lastSeq ? found : before;
  return { ...newer, seenSeq: Math.max(before.seenSeq, found.seenSeq), readSeq: Math.max(before.readSeq, found.readSeq), messages: [...known.values()].sort((one, other) => one.seq - other.seq) };
}
