import { BookOpen } from "lucide-react";
import { Suspense, type ReactNode } from "react";
import { AccountLink } from "@/components/layout/account-link";
import { Brand } from "@/components/layout/brand";
import { SignOutForm } from "@/components/tickets/sign-out-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { getTranslator } from "@/lib/i18n/translator";
import { signOutAction } from "../actions";
import { keyWords } from "../_data/key-words";
import { DeskKeys } from "./desk-keys";
import { DeskSearch } from "./desk-search";

/** The desk's one bar: home, search, help, what one is told, who one is. On a narrow screen the search takes a line of its own. */
export function DeskHeader({ name, bell }: { name: string; bell: ReactNode }) {
  const t = getTranslator("agent");
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 border-b bg-surface px-3 lg:flex-nowrap print:hidden">
      <Brand name={getTranslator("public")("brand.name")} suffix={t("area")} href="/agent" className="text-sm lg:w-[13.25rem] xl:w-[14.25rem]" />
      <div className="order-last basis-full pb-2 lg:order-none lg:max-w-md lg:grow lg:basis-auto lg:py-1.5">
        <Suspense>
          <DeskSearch label={t("header.search")} placeholder={t("header.searchPlaceholder")} submitLabel={t("header.searchSubmit")} />
        </Suspense>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {/* Where there is no room there is hardly a keyboard; "?" shows the keys all the same. */}
        <DeskKeys words={keyWords()} buttonClass="max-sm:hidden" />
        {bell}
        <a
          href="/kb"
          aria-label={t("header.kb")}
          title={t("header.kb")}
          className="inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-3 text-sm text-muted hover:bg-sunken hover:text-ink"
        >
          <BookOpen aria-hidden="true" className="size-4" />
        </a>
        <AccountLink href="/agent/account" name={name} label={getTranslator("accounts")("own.link", { name })} />
        <SignOutForm action={signOutAction} question={getTranslator("tickets")("draft.signOutQuestion")}>
          <SubmitButton variant="quiet" size="sm" pendingLabel={t("header.signingOut")}>
            {t("header.signOut")}
          </SubmitButton>
        </SignOutForm>
      </div>
    </header>
  );
}
