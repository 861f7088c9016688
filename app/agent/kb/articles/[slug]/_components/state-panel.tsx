import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { formatDateTime, formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { movesOf, type ArticleMove } from "@/lib/kb/articles/states";
import type { DeskArticle } from "@/lib/kb/articles/types";
import { hrefOfArticle } from "../../_data/addresses";
import { stepWords } from "../../_data/words";
import { moveAction } from "../../actions";

/** Where the article is in its life, and each step that can be taken from there. */
export function StatePanel({ article, now, today }: { article: DeskArticle; now: Temporal.Instant; today: string }) {
  const t = getTranslator("kbDesk");
  const moves = movesOf({ ...article, isPlanned: article.publishAt !== null });
  return (
    <Panel title={t("page.now")}>
      <div className="space-y-4 text-sm">
        <ul className="space-y-1">
          {factsOf(article, { now, today }).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <div className="flex flex-wrap items-start gap-2">
          {moves.filter((move) => fieldsOf(move).length === 0).map((move) => (
            <Step key={move} move={move} article={article} />
          ))}
        </div>
        {moves.filter((move) => fieldsOf(move).length > 0).map((move) => (
          <Disclosure key={move} summary={t(`move.${move}`)} className="border-t">
            <Step move={move} article={article} />
          </Disclosure>
        ))}
      </div>
    </Panel>
  );
}

function Step({ move, article: { id, slug, headVersion } }: { move: ArticleMove; article: DeskArticle }) {
  const label = getTranslator("kbDesk")(`move.${move}`);
  return (
    <FieldForm
      action={moveAction}
      permalink={hrefOfArticle(slug)}
      idPrefix={`${move}-`}
      hidden={{ articleId: id, head: String(headVersion), move }}
      fields={fieldsOf(move)}
      fieldOf={{ ARTICLE_PLAN_PAST: "publishAt" }}
      button={move === "publish" ? "primary" : "secondary"}
      isInline
      words={stepWords(label)}
    />
  );
}

function fieldsOf(move: ArticleMove): FieldSpec[] {
  const t = getTranslator("kbDesk");
  if (move === "plan") return [{ kind: "datetime", name: "publishAt", label: t("move.publishAt") }];
  if (move === "submit" || move === "send_back") return [{ kind: "textarea", name: "note", label: t("move.note"), rows: 2, isOptional: true }];
  return [];
}

function factsOf(article: DeskArticle, { now, today }: { now: Temporal.Instant; today: string }): string[] {
  const t = getTranslator("kbDesk");
  const { status, headVersion: head, liveVersion: live, publishAt, reviewOn } = article;
  return [
    live === null ? t("page.neverLive", { head }) : status !== "published" ? t("page.withdrawn", { head }) : live === head ? t("page.live", { live }) : t("page.ahead", { live, head }),
    publishAt ? t("page.planned", { date: formatDateTime(Temporal.Instant.from(publishAt), { now }) }) : "",
    reviewOn && status === "published" ? t(reviewOn <= today ? "page.reviewDue" : "page.reviewOn", { date: formatPlainDate(reviewOn) }) : "",
    article.effectiveAudience === article.settings.audience ? "" : t("page.byCategory", { audience: t(`audience.${article.effectiveAudience}`) }),
  ].filter(Boolean);
}
