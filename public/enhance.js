// What the public pages do beyond HTML. They are read by worried people on telephones, so this is all the script they get: matches
// while one types, what came of a search, whether the desk is open now, the count of readers. Everything works without it.
// Loaded as a module, so after the page is there. Events are heard on the document: pages need no registration.

// --- Search: the best matches below the box, from /api/kb/suggestions (components/kb/knowledge-search.tsx has the markup)

const PAUSE_MS = 150;
const SHORTEST_TEXT = 2;

/** The question under way, and the text it is about. */
let asked = { form: null, text: "", controller: new AbortController() };

document.addEventListener("input", (event) => askFor(event.target));
document.addEventListener("focusin", (event) => askFor(event.target));

document.addEventListener("focusout", (event) => {
  const form = searchFormOf(event.target);
  // Without a next element nobody knows where the focus goes (Safari gives links none); a press elsewhere closes it then.
  if (form && event.relatedTarget instanceof Node && !form.contains(event.relatedTarget)) leave(form);
});

document.addEventListener("pointerdown", (event) => {
  if (asked.form && event.target instanceof Node && !asked.form.contains(event.target)) leave(asked.form);
});

document.addEventListener("click", (event) => {
  const form = searchFormOf(event.target);
  const match = form && event.target.closest("a");
  if (!match) return;
  tellOpened(match);
  // A match may be on this very page.
  close(form);
});

// A match opened in another tab: the box stays as it is.
document.addEventListener("auxclick", (event) => {
  const match = event.button === 1 && searchFormOf(event.target) && event.target.closest("a");
  if (match) tellOpened(match);
});

document.addEventListener("keydown", (event) => {
  const form = searchFormOf(event.target);
  if (!form || panelOf(form).hidden) return;
  if (event.key === "Escape") {
    event.preventDefault();
    close(form);
    form.querySelector("input[type=search]").focus();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const stops = [form.querySelector("input[type=search]"), ...panelOf(form).querySelectorAll("li:not([hidden]) a, button")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops.at(next % stops.length).focus();
});

async function askFor(input) {
  const form = searchFormOf(input);
  if (!form || input.type !== "search") return;
  const text = input.value.trim();
  if (form === asked.form && text === asked.text) return;
  asked.controller.abort();
  const question = { form, text, controller: new AbortController() };
  asked = question;
  if (text.length < SHORTEST_TEXT) return show(form, null);
  const { signal } = question.controller;
  try {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (signal.aborted) return;
    const query = new URLSearchParams(new FormData(form));
    const response = await fetch(`/api/kb/suggestions?${query}`, { signal });
    if (!response.ok) return;
    const { hits } = await response.json();
    if (signal.aborted) return;
    show(form, hits);
    answered = { text, kind: form.elements.kind?.value, at: Date.now(), token: input.defaultValue.trim() === text ? tokenOfResults() : null };
  } catch {
    // Called off, or offline: the form still searches.
  }
}

function leave(form) {
  tellLeft();
  close(form);
}

function close(form) {
  asked.controller.abort();
  asked = { form: null, text: "", controller: asked.controller };
  show(form, null);
}

/** @param hits null: nothing was asked, so nothing is said */
function show(form, hits) {
  const panel = panelOf(form);
  const list = panel.querySelector("ul");
  const [model] = list.children;
  list.replaceChildren(model, ...(hits ?? []).map((hit) => entryOf(model, hit)));
  panel.hidden = !hits || hits.length === 0;
  form.querySelector("[role=status]").textContent = hits ? countText(form.dataset, hits.length) : "";
}

function entryOf(model, hit) {
  const entry = model.cloneNode(true);
  entry.hidden = false;
  const part = (name) => entry.querySelector(`[data-part=${name}]`);
  entry.querySelector("a").href = hit.href;
  part("label").textContent = hit.label;
  part("title").replaceChildren(...hit.title.map(segmentOf));
  part("passage").replaceChildren(...hit.passage.map(segmentOf));
  return entry;
}

function segmentOf({ text, isMatch }) {
  const element = document.createElement(isMatch ? "mark" : "span");
  element.textContent = text;
  return element;
}

function countText({ none, one, many }, count) {
  if (count === 0) return none;
  return count === 1 ? one : many.replace("#", String(count));
}

function searchFormOf(element) {
  return element instanceof Element ? element.closest("form[data-enhance=search]") : null;
}

function panelOf(form) {
  return form.querySelector("[data-part=panel]");
}

// --- What came of a search, for the authors (app/api/kb/searches): without a cookie and without a name. A search has a token that means
// nothing and is forgotten after a day; it goes along in the addresses of what was found, and in the way to a ticket.

/** An answer that was left sooner was not read. */
const READ_MS = 2_000;
const TELLING_LENGTH = 3;

/** What was typed last and answered. It is told when something is opened, or once the box is left: never letter by letter. */
let answered = null;

function tellOpened(match) {
  if (!answered) return;
  const url = new URL(match.href);
  tellSearch(readingOf(url));
  if (url.pathname === location.pathname) return;
  url.searchParams.set("search", answered.token);
  match.href = url.href;
}

function tellLeft() {
  if (answered && !answered.token && answered.text.length >= TELLING_LENGTH && Date.now() - answered.at >= READ_MS) tellSearch();
  answered = null;
}

function tellSearch(opened) {
  const { text, kind, token } = answered;
  answered.token = token ?? freshToken();
  report({ search: answered.token, opened, ...(token ? {} : { text, kind }) });
  carry(answered.token);
}

/** The page of results records the search by itself. */
document.addEventListener("submit", (event) => {
  if (searchFormOf(event.target)) answered = null;
});

window.addEventListener("pagehide", tellLeft);

/** The way to a ticket says which search it comes from. */
function carry(token) {
  for (const link of document.querySelectorAll('a[href^="/portal/tickets/new"]')) {
    const url = new URL(link.href);
    url.searchParams.set("search", token);
    link.setAttribute("href", url.pathname + url.search);
  }
}

function readingOf({ pathname, hash }) {
  const slug = /^\/kb\/articles\/([^/]+)$/.exec(pathname)?.[1];
  if (slug) return { kind: "article", slug };
  return pathname === "/faq" && hash ? { kind: "faq", slug: decodeURIComponent(hash.slice(1)) } : undefined;
}

function takeUpSearch() {
  const here = new URL(location.href);
  const results = document.querySelector("[data-enhance=searched]");
  const token = results ? tokenOfResults() : here.searchParams.get("search");
  if (!token) return;
  carry(token);
  // Reloaded, or come back to, the results are the same search; an address that is passed on carries none.
  if (results) here.searchParams.set("search", token);
  else here.searchParams.delete("search");
  history.replaceState(history.state, "", here);
  const opened = results ? undefined : readingOf(here);
  if (opened) report({ search: token, opened });
}

/** Of the search that this page shows the results of. */
function tokenOfResults() {
  return document.querySelector("[data-enhance=searched]")?.dataset.search ?? null;
}

/** crypto.randomUUID is only there on secure pages. */
function freshToken() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function report(body) {
  // One that gets lost is no reason to disturb the reader.
  fetch("/api/kb/searches", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => {});
}

takeUpSearch();

// --- Is the desk open now: the page may come from a cache, so the state that holds is looked up in the list that came with it

function tellDesk() {
  for (const desk of document.querySelectorAll("[data-enhance=desk]")) {
    const states = JSON.parse(desk.dataset.states);
    const state = states.findLast(({ from }) => from <= Date.now()) ?? states[0];
    if (desk.dataset.from === String(state.from)) continue;
    desk.dataset.from = String(state.from);
    desk.dataset.open = String(state.isOpen);
    desk.querySelector("[data-part=title]").textContent = state.title;
    desk.querySelector("[data-part=detail]").textContent = state.detail;
  }
}

tellDesk();
setInterval(tellDesk, 20_000);

// --- The reader of an article is counted once the page has been before their eyes for two seconds

const DWELL_MS = 2_000;
const article = document.querySelector("[data-enhance=view]");
let dwelling;

function watchReader() {
  clearTimeout(dwelling);
  if (document.visibilityState !== "visible") return;
  dwelling = setTimeout(() => {
    document.removeEventListener("visibilitychange", watchReader);
    const body = JSON.stringify({ slug: article.dataset.slug });
    // A view that gets lost is no reason to disturb the reader.
    fetch("/api/kb/views", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body }).catch(() => {});
  }, DWELL_MS);
}

if (article) {
  document.addEventListener("visibilitychange", watchReader);
  watchReader();
}

// --- An article's button for printing, of no use without a script

const printing = document.querySelector("button[data-enhance=print]");

if (printing) {
  printing.classList.remove("invisible");
  printing.addEventListener("click", () => window.print());
}

// --- A link into folded text opens it, in browsers that do not by themselves

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  folded.scrollIntoView();
}

openTarget();
window.addEventListener("hashchange", openTarget);

// --- Messages of the service: put aside by the reader, who is shown them again when they change (components/notices/service-banner.tsx)

for (const banner of document.querySelectorAll("[data-notice]")) {
  const key = `mesa-notice:${banner.dataset.notice}`;
  const button = banner.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    banner.hidden = true;
    try {
      localStorage.setItem(key, "1");
    } catch {
      // Remembered for this page alone.
    }
  });
  try {
    banner.hidden = localStorage.getItem(key) !== null;
  } catch {
    // A browser that keeps nothing shows them all.
  }
}

// --- The chat opens in a small panel where somebody is signed in (public/chat-panel.js); for all others the link leads to it

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-enhance=chat] a[data-part=open]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    const { openPanel } = await import("/chat-panel.js");
    if (await openPanel(link.closest("[data-enhance=chat]"))) return;
  } catch {
    // Offline, or an older browser: the link leads on.
  }
  window.location.assign(link.href);
});
