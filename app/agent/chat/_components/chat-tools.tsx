import { ArticleInsert, type ArticleInsertProps } from "@/app/agent/_components/article-insert";
import { CannedAnswers } from "@/app/agent/chat/_components/canned-answers";
import { addAction, convertAction, handOverAction, markAction } from "@/app/agent/chat/actions";
import { chatFormWords } from "@/app/agent/chat/_data/chat-words";
import { COMPOSE_ID } from "@/components/chat/conversation-words";
import { markableMessages } from "@/components/chat/markable-messages";
import { FieldForm } from "@/components/forms/field-form";
import { Moment } from "@/components/tickets/moment";
import { Disclosure } from "@/components/ui/disclosure";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listCanned, listColleagues, listHandOvers } from "@/lib/chat/queries";
import type { ConversationView } from "@/lib/chat/types";
import { getTranslator } from "@/lib/i18n/translator";
import { listDepartments } from "@/lib/tickets/staff-queries";

/** What one has at hand while talking: answers, articles, a colleague, and the ticket that it may become. */
export async function ChatTools({ ctx, talk, address, articles }: { ctx: Context<StaffActor>; talk: ConversationView; address: string; articles: ArticleInsertProps }) {
  const [canned, colleagues, handOvers, departments] = await Promise.all([listCanned(ctx), listColleagues(ctx), listHandOvers(ctx, talk.id), listDepartments(ctx)]);
  const t = getTranslator("chat");
  const hidden = { conversationId: talk.id };
  const others = colleagues.filter(({ name, id }) => talk.agentName !== name || id === ctx.actor.userId);
  const candidates = others.filter(({ id }) => !(talk.canWrite && id === ctx.actor.userId));
  const said = markableMessages(talk, { ofStaff: false });
  const labelOf = ({ id, name, isAvailable }: (typeof colleagues)[number]) => (id === ctx.actor.userId ? t("agent.me", { name }) : isAvailable ? t("agent.isAvailable", { name }) : name);
  return (
    <aside className="space-y-1 p-3 xl:overflow-y-auto">
      {talk.canWrite && (
        <>
          <ArticleInsert boxId={COMPOSE_ID} {...articles} />
          <Disclosure name="chat-tool" summary={t("agent.canned")}>
            <CannedAnswers answers={canned} words={{ none: t("agent.cannedNone"), insert: t("agent.insert"), inserted: t("agent.inserted") }} />
          </Disclosure>
        </>
      )}
      {talk.state === "active" && (
        <Disclosure name="chat-tool" summary={t("agent.handOver")} isOpen={!talk.canWrite}>
          <FieldForm
            action={handOverAction}
            permalink={address}
            idPrefix="hand-"
            isClearedWhenDone
            hidden={hidden}
            isInline
            fields={[
              { kind: "select", name: "toId", label: t("agent.to"), options: candidates.map((each) => ({ value: each.id, label: labelOf(each) })), ...(talk.canWrite ? {} : { value: ctx.actor.userId }) },
              { kind: "textarea", name: "note", label: t("agent.note"), hint: t("agent.noteHint") },
            ]}
            words={chatFormWords(t("agent.handOver"), t("agent.handing"), t("agent.handed"))}
          />
        </Disclosure>
      )}
      {!talk.ticket && (
        <>
          <Disclosure name="chat-tool" summary={t("agent.convert")}>
            <p className="pb-3 text-sm text-muted">{t("agent.convertLead")}</p>
            <FieldForm
              action={convertAction}
              permalink={address}
              idPrefix="convert-"
              hidden={{ ...hidden, different: "" }}
              isInline
              fields={[
                { kind: "text", name: "subject", label: t("agent.subject") },
                { kind: "textarea", name: "body", label: t("agent.summary") },
                { kind: "select", name: "departmentId", label: t("agent.department"), options: departments.map(({ id, name }) => ({ value: id, label: name })) },
                { kind: "select", name: "priority", label: t("agent.priority"), value: "medium", options: [{ value: "low", label: t("agent.low") }, { value: "medium", label: t("agent.medium") }] },
              ]}
              words={chatFormWords(t("agent.convert"), t("agent.converting"), t("agent.converted"))}
            />
          </Disclosure>
          <Disclosure name="chat-tool" summary={t("agent.add")}>
            <p className="pb-3 text-sm text-muted">{t("agent.addLead")}</p>
            <FieldForm
              action={addAction}
              permalink={address}
              idPrefix="add-"
              hidden={hidden}
              isInline
              fields={[
                { kind: "text", name: "reference", label: t("agent.reference") },
                { kind: "textarea", name: "body", label: t("agent.summary") },
              ]}
              words={chatFormWords(t("agent.add"), t("agent.adding"), t("agent.added"))}
            />
          </Disclosure>
        </>
      )}
      {said.length > 0 && (
        <Disclosure name="chat-tool" summary={t("agent.mark")}>
          <p className="pb-3 text-sm text-muted">{t("agent.markLead")}</p>
          <FieldForm
            action={markAction}
            permalink={address}
            idPrefix="mark-"
            isClearedWhenDone
            hidden={hidden}
            isInline
            fields={[
              { kind: "select", name: "messageId", label: t("agent.markMessage"), options: said },
              { kind: "textarea", name: "comment", label: t("agent.markComment") },
            ]}
            words={chatFormWords(t("agent.mark"), t("agent.marking"), t("agent.marked"))}
          />
        </Disclosure>
      )}
      {handOvers.length > 0 && (
        <ul className="space-y-2 border-t pt-3 text-sm">
          {handOvers.map((each) => (
            <li key={each.id} className="rounded-md border border-warn-line bg-warn-soft p-2.5">
              <p className="font-medium">{t("agent.handedNote", { from: each.fromName, to: each.toName })}</p>
              <p className="break-words whitespace-pre-line">{each.note}</p>
              <Moment at={each.at} now={ctx.now} className="text-xs text-muted" />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
