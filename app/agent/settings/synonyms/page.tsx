import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { listSynonymGroups, trySynonyms } from "@/lib/synonyms/queries";
import type { SynonymGroupView } from "@/lib/synonyms/types";
import { SAMPLE_LENGTH_MAX } from "@/lib/synonyms/widen-text";
import type { Query } from "../../_data/list-address";
import { addAction } from "./actions";
import { DoneNotice } from "./_components/done-notice";
import { GroupList } from "./_components/group-list";
import { SignedOutPage } from "./_components/signed-out-page";
import { SynonymForm } from "./_components/synonym-form";
import { TryBox } from "./_components/try-box";
import { hrefOfSynonyms } from "./_data/addresses";
import { formWords } from "./_data/words";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("synonyms")("title") };
}

/** What searches take for the same: the groups, a box to try them, and a new one. */
export default async function SynonymsPage({ searchParams }: Props) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage action={addAction} address={hrefOfSynonyms()} />;
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const text = typeof query.text === "string" ? query.text.slice(0, SAMPLE_LENGTH_MAX).toWellFormed().replaceAll("\0", "").trim() : "";
  const [groups, widened] = await Promise.all([listSynonymGroups(ctx), text === "" ? null : trySynonyms(ctx, text)]);
  const t = getTranslator("synonyms");
  const done = doneIn(query, groups);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} />
        {done && <DoneNotice text={t(`done.${done}`)} />}
        <div className="grid items-start gap-5 xl:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="space-y-5">
            <Panel title={t("try.title")}>
              <TryBox text={text} widened={widened} />
            </Panel>
            <Panel title={t("add.title")}>
              <p className="pb-3 text-sm text-muted">{t("care")}</p>
              <SynonymForm action={addAction} permalink={hrefOfSynonyms()} words={formWords("add")} />
            </Panel>
          </div>
          <Panel title={t("list.title")} actions={<p className="text-sm text-muted">{t("list.count", { count: groups.length })}</p>} isFlush>
            <GroupList groups={groups} changed={done === "saved" ? String(query.group) : null} now={ctx.now} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** A kept address must not claim what is no longer so. */
function doneIn({ done, group }: Query, groups: SynonymGroupView[]): "saved" | "deleted" | null {
  const isThere = groups.some(({ id }) => id === group);
  if (done === "saved") return isThere ? "saved" : null;
  return done === "deleted" && group && !isThere ? "deleted" : null;
}
