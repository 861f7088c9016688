// The small chat of the public pages, fetched when it is asked for (components/chat/chat-dock.tsx has the markup and the words). What is
// written is kept in the browser until the server has it, under the same names as the chat's own page keeps it (components/chat/outbox.ts):
// whatever a cut holds back here goes on there.

const POLL_MS = 10_000;
const RETRY_MS = 3_000;

/** @returns whether there is somebody to open it for */
export async function openPanel(dock) {
  const part = (name) => dock.querySelector(`[data-part=${name}]`);
  const response = await fetch("/api/chat/panel", { cache: "no-store" });
  if (!response.ok) return false;
  const state = await response.json();
  let talk = state.conversation;
  const unsent = talk ? readKept(`${state.owner}:chat:${talk.id}:unsent`) ?? [] : [];
  let isSending = false;
  let isReading = false;
  let timer = 0;
  const field = part("form").elements.body;
  const ending = new AbortController();
  const { signal } = ending;
  /** What is being written belongs to what is under way, or to what may begin. */
  const textKey = () => (talk && talk.state !== "closed" ? `${state.owner}:chat:${talk.id}:text` : `${state.owner}:chat:new:text`);

  part("desk").textContent = state.desk;
  part("panel").hidden = false;
  part("open").hidden = true;
  field.value = readKept(textKey()) ?? "";
  show();
  field.focus();

  const stream = new EventSource("/api/events");
  stream.addEventListener("message", ({ data }) => {
    if (talk && JSON.parse(data).some(({ topic, conversationId }) => topic === "chat" && conversationId === talk.id)) void read();
  });
  const polling = setInterval(() => void read(), POLL_MS);
  if (unsent.length > 0) void send();

  part("close").addEventListener("click", close, { signal });
  part("panel").addEventListener("keydown", (event) => event.key === "Escape" && close(), { signal });
  part("form").addEventListener("submit", submit, { signal });
  field.addEventListener("input", keepText, { signal });
  field.addEventListener("keydown", pressed, { signal });
  return true;

  function pressed(event) {
    // A telephone's Enter is for a new line; its button sends.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || window.matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    part("form").requestSubmit();
  }

  function keepText() {
    keep(textKey(), field.value.trim() === "" ? null : field.value);
  }

  function write(text) {
    field.value = text;
    keepText();
  }

  function submit(event) {
    event.preventDefault();
    const body = field.value.trim();
    if (body === "") return;
    if (!talk || talk.state === "closed") return void start(body);
    unsent.push({ clientMessageId: freshKey(), body, attachments: [], at: new Date().toISOString(), secretsKept: [], state: "sending", why: null });
    write("");
    changed();
    void send();
  }

  function close() {
    ending.abort();
    stream.close();
    clearInterval(polling);
    clearTimeout(timer);
    part("panel").hidden = true;
    part("open").hidden = false;
    part("open").focus();
  }

  async function start(body) {
    const answer = await post("/api/chat/start", { body, startKey: startKeyOf(body) });
    if (answer?.ok) {
      write("");
      talk = { id: answer.data.conversationId, state: "waiting", messages: [] };
      trouble(null);
      return read();
    }
    trouble(answer?.message ?? dock.dataset.offline);
  }

  /** One after the other: what is behind never overtakes. */
  async function send() {
    if (isSending || !talk) return;
    isSending = true;
    clearTimeout(timer);
    for (let [next] = unsent; next; [next] = unsent) {
      const answer = await post("/api/chat/messages", { conversationId: talk.id, clientMessageId: next.clientMessageId, body: next.body, attachments: next.attachments, secretsKept: next.secretsKept });
      if (!answer || answer.code === "CHAT_TOO_FAST" || answer.status >= 500) {
        trouble(answer?.message ?? dock.dataset.offline);
        timer = setTimeout(() => void send(), RETRY_MS);
        break;
      }
      if (!answer.ok) {
        // It goes back to where it was written, with why.
        write([next.body, field.value].filter(Boolean).join("\n"));
        trouble(answer.message);
      } else trouble(null);
      unsent.shift();
      if (answer.ok) await read();
      changed();
    }
    isSending = false;
  }

  async function read() {
    if (!talk || isReading) return;
    isReading = true;
    try {
      const answer = await fetch(`/api/chat/${talk.id}?after=${talk.messages.at(-1)?.seq ?? 0}`, { cache: "no-store" });
      if (answer.ok) {
        const found = await answer.json();
        talk = { ...found, messages: [...talk.messages, ...found.messages.filter(({ seq }) => seq > (talk.messages.at(-1)?.seq ?? 0))] };
        show();
        if (!document.hidden && found.lastSeq > found.readSeq) void post("/api/chat/signals", { kind: "read", conversationId: talk.id, seq: found.lastSeq });
      }
    } catch {
      // The next look will tell.
    }
    isReading = false;
  }

  function changed() {
    keep(`${state.owner}:chat:${talk.id}:unsent`, unsent.length > 0 ? unsent : null);
    show();
  }

  function show() {
    const list = part("log");
    const [model] = list.children;
    const entry = (name, body, isOwn) => {
      const item = model.cloneNode(true);
      item.hidden = false;
      item.dataset.own = String(isOwn);
      item.querySelector("[data-part=name]").textContent = name;
      item.querySelector("[data-part=body]").textContent = body;
      return item;
    };
    const known = new Set((talk?.messages ?? []).map(({ clientMessageId }) => clientMessageId));
    const said = (talk?.messages ?? []).map((each) => entry(each.isOwn ? dock.dataset.you : (each.authorName ?? ""), textOf(each), each.isOwn));
    const waiting = unsent.filter(({ clientMessageId }) => !known.has(clientMessageId)).map(({ body }) => entry(dock.dataset.sending, body, true));
    // What stands there already is left alone: only what is new is read out.
    const shown = [...list.children].slice(1);
    const wanted = [...said, ...waiting];
    const same = shown.findIndex((each, at) => each.textContent !== wanted[at]?.textContent);
    const from = same < 0 ? shown.length : same;
    shown.slice(from).forEach((each) => each.remove());
    list.append(...wanted.slice(from));
    list.scrollTop = list.scrollHeight;
    const isEnded = talk?.state === "closed";
    part("ended").hidden = !isEnded;
    part("queue").hidden = talk?.state !== "waiting";
  }

  /** What nobody typed has words of its own, which came with the page. */
  function textOf({ kind, body, authorName, attachments }) {
    if (kind === "text" || kind === "warning") return [body, ...attachments.map(({ name }) => name)].filter(Boolean).join("\n");
    if (kind === "ended") return dock.dataset[talk.closed?.why ?? "agent"];
    return (dock.dataset[kind] ?? "").replace("{name}", authorName ?? "");
  }

  function trouble(text) {
    part("trouble").hidden = text === null;
    part("trouble-text").textContent = text ?? "";
  }

  /** Sent again after a cut it is the same beginning; another text is another one. */
  function startKeyOf(body) {
    const kept = readKept(`${state.owner}:chat:new:key`);
    const key = kept?.body === body ? kept.key : freshKey();
    keep(`${state.owner}:chat:new:key`, { body, key });
    return key;
  }
}

/** @returns null when no answer came */
async function post(address, data) {
  try {
    const response = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data) });
    const body = response.status === 204 ? {} : await response.json();
    return { ok: response.ok, status: response.status, ...body };
  } catch {
    return null;
  }
}

function readKept(name) {
  try {
    return JSON.parse(localStorage.getItem(`mesa.draft:${name}`) ?? "null");
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(`mesa.draft:${name}`);
    else localStorage.setItem(`mesa.draft:${name}`, JSON.stringify(value));
  } catch {
    // It lives as long as the page.
  }
}

/** A random UUID, also without TLS (components/forms/fresh-key.ts). */
function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
