import { BookOpen, Inbox, Scale, SquarePen } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { getTranslator } from "@/lib/i18n/translator";

const WAYS = [
  { key: "new", href: "/portal/tickets/new", Icon: SquarePen },
  { key: "existing", href: "/portal/tickets", Icon: Inbox },
  { key: "kb", href: "/kb", Icon: BookOpen },
  { key: "policies", href: "/policies", Icon: Scale },
] as const;

/** The four ways in; the first is the main one. */
export function HomeWays() {
  const t = getTranslator("public");
  return (
    <nav aria-label={t("home.waysTitle")} className="mt-8 sm:mt-10">
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {WAYS.map(({ key, href, Icon }) => (
          <li key={key}>
            <a
              href={href}
              className={cn(
                "flex h-full items-start gap-4 rounded-lg border p-4 transition-colors sm:flex-col sm:gap-3 sm:p-5",
                key === "new" ? "border-accent-fill bg-accent-fill text-on-fill hover:bg-accent-fill-strong" : "bg-surface hover:border-line-strong",
              )}
            >
              <Icon aria-hidden="true" className={cn("mt-0.5 size-5 shrink-0", key !== "new" && "text-accent")} strokeWidth={1.75} />
              <span>
                <span className="block font-semibold">{t(`home.ways.${key}.title`)}</span>
                <span className={cn("mt-0.5 block text-sm", key !== "new" && "text-muted")}>{t(`home.ways.${key}.text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
