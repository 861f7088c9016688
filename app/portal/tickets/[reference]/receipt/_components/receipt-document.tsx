import { Document, Link, Page, Path, Rect, Svg, Text, View } from "@react-pdf/renderer";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { NO_SIGN, type printable } from "../_data/printable";
import { INK, receiptStyles } from "./receipt-styles";

type Content = ReturnType<typeof printable>;

/** On paper: what was received and promised, and how anybody can check it, on the first page; what may be long comes after it. */
export function ReceiptDocument({ content, issuedAt, family }: { content: Content; issuedAt: Date; family: string }) {
  const t = getTranslator("receipt");
  const site = getTranslator("public")("brand.site");
  const styles = receiptStyles(family);
  return (
    <Document title={content.title} author={site} subject={content.reference} creator={site} producer={site} pdfVersion="1.7" language={env().APP_LOCALE} creationDate={issuedAt} modificationDate={issuedAt}>
      <Page size="LETTER" style={styles.page}>
        <View style={styles.head} fixed>
          <Mark />
          <Text>{site}</Text>
          <Text style={styles.pageNumber} render={({ pageNumber, totalPages }) => t("page", { reference: content.reference, page: pageNumber, pages: totalPages ?? pageNumber })} />
        </View>
        <Text style={styles.title}>{t("title")}</Text>
        <Text style={styles.lead}>{t("lead")}</Text>
        {content.late && <Text style={styles.lead}>{content.late}</Text>}
        <Facts facts={[...content.facts, { term: t("promiseTitle"), value: "unknown" in content.promise ? content.promise.unknown : content.promise.due }]} styles={styles} />
        <View wrap={false}>
          <Text style={styles.heading}>{t("hashTitle")}</Text>
          <View style={styles.hash}>
            {content.hashGroups.map((group, index) => (
              <Text key={index} style={styles.group}>
                {group}
              </Text>
            ))}
          </View>
          <Text style={styles.text}>{t("check")}</Text>
          <Link src={content.checkHref} style={styles.link}>
            {content.checkAddress}
          </Link>
          <Text style={styles.small}>
            {t("hashLead")} {content.recompute}
          </Text>
        </View>
        {"steps" in content.promise && <Steps steps={content.promise.steps} styles={styles} />}
        <Text style={styles.heading} minPresenceAhead={60}>
          {t("textTitle")}
        </Text>
        <Text style={styles.subject}>{content.subject}</Text>
        <Text style={styles.text}>{content.body}</Text>
        <More title={t("attachmentsTitle")} facts={content.attachments} styles={styles} />
        <More title={t("answersTitle")} facts={content.answers} styles={styles} />
        {content.hasUnprintable && <Text style={styles.small}>{t("unprintable", { sign: NO_SIGN })}</Text>}
      </Page>
    </Document>
  );
}

type Styles = ReturnType<typeof receiptStyles>;

function Facts({ facts, styles }: { facts: Content["facts"]; styles: Styles }) {
  return (
    <View style={styles.facts}>
      {facts.map(({ term, value }) => (
        <View key={term} style={styles.fact} wrap={false}>
          <Text style={styles.term}>{term}</Text>
          <Text style={styles.value}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

function Steps({ steps, styles }: { steps: string[]; styles: Styles }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={40}>
        {getTranslator("receipt")("whyTitle")}
      </Text>
      {steps.map((step, index) => (
        <View key={index} style={styles.step} wrap={false}>
          <Text style={styles.number}>{index + 1}.</Text>
          <Text style={styles.value}>{step}</Text>
        </View>
      ))}
    </View>
  );
}

function More({ title, facts, styles }: { title: string; facts: Content["facts"]; styles: Styles }) {
  if (facts.length === 0) return null;
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={40}>
        {title}
      </Text>
      {facts.map(({ term, value }, index) => (
        <View key={index} style={styles.more}>
          <Text style={styles.due}>{term}</Text>
          <Text style={styles.text}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

/** The mark of components/layout/brand.tsx. */
function Mark() {
  return (
    <Svg viewBox="0 0 24 24" width={18} height={18}>
      <Rect x={0} y={0} width={24} height={24} rx={5} ry={5} fill={INK.accent} />
      <Path d="M6 9.5h12M8.5 9.5V18M15.5 9.5V18M9.5 6h5" stroke={INK.paper} strokeWidth={2} strokeLinecap="round" fill="none" />
    </Svg>
  );
}
