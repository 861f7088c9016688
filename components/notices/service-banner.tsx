import { X } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { ServiceTone } from "@/lib/notices/types";

export interface BannerView {
  /** Of this message as it says now; null for one that cannot be put aside. */
  key: string | null;
  tone: ServiceTone;
  /** The tone in a word: a colour alone says nothing to some. */
  toneWord: string;
  title: string;
  html: string;
}

const TONES = { info: "accent", warning: "warn", incident: "danger" } as const;

/** A message of the desk's. On still pages public/enhance.js shows the button and remembers; without a script the message stays. */
export function ServiceBanner({ view: { key, tone, toneWord, title, html }, dismiss, onDismiss }: { view: BannerView; dismiss: string; onDismiss?: () => void }) {
  return (
    <div {...(key === null ? {} : { "data-notice": key })} className="relative">
      <Notice tone={TONES[tone]} className={key === null ? undefined : "pr-12"} title={`${toneWord}: ${title}`}>
        {html !== "" && <Prose html={html} className="text-sm" />}
      </Notice>
      {key !== null && (
        <button
          type="button"
          hidden={onDismiss === undefined}
          onClick={onDismiss}
          aria-label={`${dismiss}: ${title}`}
          className="absolute top-1.5 right-1.5 grid size-9 place-items-center rounded-md text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
