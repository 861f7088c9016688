import { freshKey } from "@/components/forms/fresh-key";
import { checkDraft, postDraft, type DraftHome, type Failure, type SaveAnswer } from "@/components/tickets/draft-request";
import { eraseLocal, readLocal, tell, writeLocal } from "@/components/tickets/draft-store";
import { NOTHING_KEPT, viewOfFailure, type DraftChoice, type DraftDecision, type DraftForm, type DraftView } from "@/components/tickets/draft-view";
import { oneAtATime } from "@/components/tickets/one-at-a-time";
import { oneTimer } from "@/components/tickets/one-timer";
import { beginWith, hasDraftContent, isSameDraft, joinDrafts, type KeptDraft } from "@/lib/drafts/choice";
import { mergeDrafts, quietDecision } from "@/lib/drafts/merge";
import type { DraftData } from "@/lib/drafts/schema";

const PAUSE_MS = 900;
const MOST_UNHEARD = 20;

/**
 * Keeps what is typed in one form: in the browser at once, on the server a pause after the last key, again while it does not answer. A
 * save names the text that it came from; when the server holds another one nothing is written, and the person is asked.
 */
export function createKeeper({ home, kept, form, show }: { home: DraftHome; kept: KeptDraft | null; form: DraftForm; show: (change: Partial<DraftView>) => void }) {
  let base = kept?.version ?? null;
  /** Sent, and not heard of. */
  let unheard: string[] = [];
  let synced: DraftData = {};
  let typed: DraftData | null = null;
  let choice: DraftChoice | null = null;
  let isTouched = false;
  let isClosed = false;
  let isFilling = false;
  let mayUseBrowser = true;
  let isFailing = false;
  let tries = 0;

  const queue = oneAtATime(); // so that an older text never lands on a newer one
  const flush = () => queue.run(() => save(false));
  const timer = oneTimer(() => void flush());
  const text = () => form.read() ?? typed;
  const isDirty = () => !isSameDraft(text() ?? {}, synced);
  const versions = () => [...(base ? [base] : []), ...unheard];

  function start(): void {
    isClosed = false;
    const early = form.wasTypedEarly() ? form.read() : null;
    synced = (early ? kept?.data : form.read()) ?? {};
    const local = readLocal(home);
    const beginning = beginWith(kept, local);
    if (beginning.with === "server") {
      if (early) return touch();
      eraseLocal(home);
      if (hasDraftContent(kept?.data)) show({ state: "restored", savedAt: kept?.savedAt ?? null });
      return;
    }
    if (beginning.with === "both") {
      fill(early ? joinDrafts(early, beginning.mine) : beginning.mine);
      synced = {}; // what both came from is not known any more
      return meet(beginning.theirs);
    }
    base = beginning.base;
    unheard = local?.unheard ?? [];
    fill(early ? joinDrafts(early, beginning.data) : beginning.data);
    show({ state: "restored" });
    timer.set(0);
  }

  /** One leaves. After `settle` the form was sent, or its draft discarded. */
  function stop(): void {
    if (isClosed) return forget();
    if (timer.isSet()) void save(true);
  }

  function touch(): void {
    if (isClosed || isFilling) return;
    isTouched = true;
    keepHere();
    if (!choice) timer.set(PAUSE_MS);
  }

  function keepHere(): void {
    typed = form.read() ?? typed;
    if (typed && mayUseBrowser) show({ isLocal: writeLocal(home, { data: typed, base, unheard, at: Date.now() }) });
  }

  async function save(isFarewell: boolean): Promise<void> {
    timer.cancel();
    const data = text();
    if (!data || isClosed || choice) return;
    if (!isDirty()) {
      eraseLocal(home);
      if (isFailing) show({ state: base ? "saved" : "idle" });
      isFailing = false;
      return;
    }
    const version = freshKey();
    const attempt = { data, base, unheard, version };
    unheard = [...unheard, version].slice(-MOST_UNHEARD);
    keepHere();
    if (!isFailing) show({ state: "saving" });
    heard(await postDraft(home, attempt, isFarewell), data);
  }

  function heard(answer: SaveAnswer, data: DraftData): void {
    if (answer.kind === "saved") return saved(answer, data);
    if (answer.kind === "changed") return hasDraftContent(data) ? meet(answer.theirs) : take(answer.theirs);
    if (answer.kind === "sent" || answer.kind === "gone") return ask(answer);
    failed(answer);
  }

  function saved({ version, savedAt }: { version: string | null; savedAt: string }, data: DraftData): void {
    base = version;
    unheard = [];
    synced = data;
    mayUseBrowser = true;
    isFailing = false;
    tries = 0;
    if (isDirty()) keepHere();
    else eraseLocal(home);
    show({ state: version ? "saved" : "idle", savedAt, message: "" });
    tell({ kind: "changed", owner: home.owner, slot: home.slot });
  }

  function failed(failure: Failure): void {
    isFailing = true;
    show(viewOfFailure(failure));
    if (failure.kind !== "unreachable") return;
    tries += 1;
    if (!isClosed) timer.setAgain(tries);
  }

  function ask(asked: DraftChoice): void {
    timer.cancel();
    choice = asked;
    isFailing = false;
    keepHere();
    show({ state: "idle", choice });
  }

  function decide(decision: DraftDecision): void {
    const decided = choice;
    choice = null;
    show({ choice });
    if (decided?.kind === "changed") return adopt(decided.theirs, decision);
    return decision === "mine" ? begin() : empty();
  }

  /** Somebody wrote on elsewhere. The person is asked when both wrote. */
  function meet(theirs: KeptDraft): void {
    const mine = text() ?? {};
    const quiet = quietDecision({ base: synced, mine, theirs: theirs.data });
    return quiet ? adopt(theirs, quiet) : ask({ kind: "changed", theirs, mine });
  }

  function adopt(theirs: KeptDraft, decision: DraftDecision): void {
    const merged = mergeDrafts(decision, { base: synced, mine: text() ?? {}, theirs: theirs.data });
    if (isSameDraft(merged, theirs.data)) return take(theirs);
    [base, unheard, synced] = [theirs.version, [], theirs.data];
    fill(merged);
    keepHere();
    timer.set(0);
  }

  /** What is written here goes on as another message. */
  function begin(): void {
    form.renewKey();
    [base, unheard, synced] = [null, [], {}];
    timer.set(PAUSE_MS);
  }

  function empty(): void {
    if (!form.clear) fill({ subject: "", body: "" });
    form.renewKey();
    forget();
    form.clear?.();
  }

  function take(theirs: KeptDraft): void {
    base = theirs.version;
    unheard = [];
    fill(theirs.data);
    synced = form.read() ?? theirs.data;
    eraseLocal(home);
    show({ state: "updated", savedAt: theirs.savedAt });
  }

  /** The form begins anew with nothing to keep. */
  function forget(): void {
    timer.cancel();
    base = null;
    unheard = [];
    synced = form.read() ?? {};
    typed = null;
    isTouched = false;
    isClosed = false;
    isFailing = false;
    eraseLocal(home);
    show({ ...NOTHING_KEPT });
    tell({ kind: "changed", owner: home.owner, slot: home.slot });
  }

  /** Looks whether somebody wrote on elsewhere, before one types here; and tries again what could not be saved. */
  function look(): Promise<void> {
    return queue.run(async () => {
      if (isClosed || choice) return;
      const answer = await checkDraft(home, text()?.submissionKey);
      if (isClosed || choice || answer.kind !== "checked") return;
      const [{ draft, sent }, hasText] = [answer, hasDraftContent(text())];
      if (sent && hasText) return ask({ kind: "sent", reference: sent });
      if (draft && !versions().includes(draft.version) && !isSameDraft(draft.data, text() ?? {})) {
        return isDirty() && hasText ? meet(draft) : take(draft);
      }
      if (!draft && base && hasText) return ask({ kind: "gone" });
      if (isDirty()) await save(false);
    });
  }

  /**
   * Before sending: what is under way ends, and no more is saved. A draft that came after its message would be a ghost.
   * @returns false when it is being sent already
   */
  async function settle(): Promise<boolean> {
    if (isClosed) return false;
    timer.cancel();
    isClosed = true;
    await queue.done({ withinMs: 1500 });
    return true;
  }

  /** It was not sent after all. */
  function resume(): void {
    isClosed = false;
    touch();
  }

  function fill(data: DraftData): void {
    isFilling = true;
    form.fill(data);
    isFilling = false;
  }

  return {
    start, stop, touch, flush, look, settle, resume, forget, decide, versions,
    /** One stops typing here. */
    pause: () => timer.isSet() && !isFailing && void flush(),
    leave: () => timer.isSet() && void save(true),
    /** One signed out: nothing more is left in this browser. */
    wiped: () => void (mayUseBrowser = false),
    hasUnsent: () => isTouched && !isClosed && hasDraftContent(text()),
    /** Typed, and there is no way to the server now. */
    isInDanger: () => (isFailing || choice !== null || isClosed) && isDirty() && hasDraftContent(text()),
  };
}
