import { Moment } from "@/components/tickets/moment";
import { getTranslator } from "@/lib/i18n/translator";
import type { SeenArticleView } from "@/lib/tickets/types";

/** What the requester was shown beside the form before sending it, and opened: what need not be recommended again. */
export function ArticlesSeen({ articles, now }: { articles: SeenArticleView[]; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  if (articles.length === 0) return null;
  const opened = articles.filter((article) => article.openedAt !== null);
  const shown = articles.filter((article) => article.openedAt === null);
  return (
    <section aria-labelledby="seen-title" className="space-y-3 text-sm">
      <h2 id="seen-title" className="text-base font-semibold">
        {t("seen.title")}
      </h2>
      <SeenList label={t("seen.opened")} articles={opened} now={now} />
      <SeenList label={t("seen.shown")} articles={shown} now={now} />
    </section>
  );
}

function SeenList({ label, articles, now }: { label: string; articles: SeenArticleView[]; now: Temporal.Instant }) {
  if (articles.length === 0) return null;
  return (
    <div className="space-y-1">
      <h3 className="text-muted">{label}</h3>
      <ul className="space-y-1">
        {articles.map(({ title, href, openedAt }) => (
          <li key={href}>
            <a href={href} target="_blank" className="link inline-flex min-h-6 items-center">
              {title}
            </a>
            {openedAt && (
              <span className="block text-xs text-muted">
                <Moment at={openedAt} now={now} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
