"use client";

import { useState } from "react";
import type { FiscalWords } from "@/components/customers/fiscal-words";
import { SelectField } from "@/components/forms/select";
import { TextField } from "@/components/forms/text-input";
import { regimesFor, stateOfPostalCode, usesFor } from "@/lib/customers/catalogues";
import type { FiscalData } from "@/lib/customers/fiscal-data";
import { readRfc } from "@/lib/customers/rfc";

/**
 * The five fields of to whom is invoiced, within any form; their names are those of FiscalData. The lists offer what suits the RFC and the
 * régimen as they are typed; without a script they offer everything, and the server says what does not suit.
 */
export function FiscalFields({ initial, errors, words }: {
  /** What was typed, or is kept. */
  initial: Partial<FiscalData>;
  /** By field name; of the server. */
  errors: Readonly<Record<string, string | undefined>>;
  words: FiscalWords;
}) {
  const [rfc, setRfc] = useState(initial.rfc ?? "");
  const [isLeft, setLeft] = useState(false);
  const [regime, setRegime] = useState(initial.taxRegime ?? "");
  const [use, setUse] = useState(initial.cfdiUse ?? "");
  const [postalCode, setPostalCode] = useState(initial.postalCode ?? "");
  const read = readRfc(rfc);
  const kind = read.ok ? read.kind : null;
  // What is wrong is said once the field was left, and gone as soon as it is right.
  const rfcError = isLeft && rfc !== "" ? (read.ok ? undefined : words.rfcProblems[read.problem]) : errors.rfc;
  const state = /^\d{5}$/.test(postalCode) ? stateOfPostalCode(postalCode) : null;
  const regimes = withChosen(regimesFor(kind), regimesFor(null), regime);
  const uses = withChosen(usesFor(regime || null, kind), usesFor(null, null), use);
  const told = (name: keyof FiscalData) => (errors[name] ? { error: errors[name] } : {});
  return (
    <div className="space-y-5">
      <div className="space-y-1.5">
        <TextField
          name="rfc"
          label={words.rfc}
          hint={words.rfcHint}
          {...(rfcError ? { error: rfcError } : {})}
          value={rfc}
          onChange={(event) => setRfc(event.target.value)}
          onBlur={() => setLeft(true)}
          maxLength={20}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          className="max-w-56 uppercase"
          required
        />
        <p role="status" className="text-sm text-muted">
          {kind && !rfcError && words.rfcIs[kind]}
        </p>
      </div>
      <TextField name="legalName" label={words.legalName} hint={words.legalNameHint} {...told("legalName")} defaultValue={initial.legalName ?? ""} autoCapitalize="characters" autoComplete="off" required />
      <SelectField name="taxRegime" label={words.taxRegime} hint={words.taxRegimeHint} {...told("taxRegime")} options={regimes} placeholder={words.choose} value={regime} onChange={(event) => setRegime(event.target.value)} required />
      <div className="space-y-1.5">
        <TextField
          name="postalCode"
          label={words.postalCode}
          hint={words.postalCodeHint}
          {...told("postalCode")}
          value={postalCode}
          onChange={(event) => setPostalCode(event.target.value)}
          inputMode="numeric"
          maxLength={5}
          autoComplete="postal-code"
          className="max-w-32"
          required
        />
        <p role="status" className="text-sm text-muted">
          {state && words.postalCodeIn.replace("{state}", state)}
        </p>
      </div>
      <SelectField name="cfdiUse" label={words.cfdiUse} hint={words.cfdiUseHint} {...told("cfdiUse")} options={uses} placeholder={words.choose} value={use} onChange={(event) => setUse(event.target.value)} required />
    </div>
  );
}

type Entry = { code: string; name: string };

/** What was chosen before stays in the list, or it would seem as if nothing had been. */
function withChosen(suitable: Entry[], all: Entry[], chosen: string): { value: string; label: string }[] {
  const shown = all.filter((entry) => entry.code === chosen || suitable.includes(entry));
  return shown.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
}
