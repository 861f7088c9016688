"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/forms/checkbox";
import { Field } from "@/components/forms/field";
import { TextInput } from "@/components/forms/text-input";
import { barePage } from "@/lib/tickets/page-address";
import type { EnvironmentView } from "@/lib/tickets/types";
import { readEnvironment } from "./environment-facts";
import type { EnvironmentWords } from "./environment-words";

/** What the desk would be told of the customer's browser: shown whole, and sent only when ticked. Nothing without a script, which reads it. */
export function EnvironmentFields({ words }: { words: EnvironmentWords }) {
  const [facts, setFacts] = useState<EnvironmentView | null>(null);
  const [page, setPage] = useState("");
  const [isSent, setSent] = useState(false);

  useEffect(() => {
    const read = readEnvironment();
    setFacts(read);
    setPage(read.page ?? "");
  }, []);

  const sent = facts && { ...facts, page: barePage(page) };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-lg border px-4 pt-2 pb-4 noscript:hidden">
      <legend className="px-1 text-sm font-semibold">{words.title}</legend>
      <Checkbox name="environment-consent" label={words.consent} hint={words.hint} form="" checked={isSent} disabled={!facts} onChange={(event) => setSent(event.target.checked)} />
      <Field id="environment-page" label={words.page} hint={words.pageHint}>
        {(control) => (
          // It belongs to no form: what is sent is what the table shows.
          <TextInput {...control} form="" value={page} inputMode="url" autoComplete="off" spellCheck={false} maxLength={2000} onChange={(event) => setPage(event.target.value)} onBlur={() => setPage(barePage(page))} />
        )}
      </Field>
      <dl aria-label={words.caption} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {factsInWords(facts, words).map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {isSent && sent && <input type="hidden" name="environment" value={JSON.stringify(sent)} />}
    </fieldset>
  );
}

/** Before the browser has told, the lines are there without a value, so that nothing moves when it has. */
function factsInWords(facts: EnvironmentView | null, words: EnvironmentWords) {
  return [
    { term: words.browser, value: facts?.browser ?? "…" },
    { term: words.screen, value: facts ? filled(words.screenValue, facts) : "…" },
    { term: words.at, value: facts ? `${localTime(facts.at)} (${facts.timeZone})` : "…" },
  ];
}

function filled(text: string, facts: EnvironmentView): string {
  return text.replaceAll(/\{(screenWidth|screenHeight|windowWidth|windowHeight)\}/g, (_whole, name: "screenWidth" | "screenHeight" | "windowWidth" | "windowHeight") => String(facts[name]));
}

function localTime(at: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}
