import { foldText } from "@/lib/search/text";
import { stemOf } from "@/lib/search/stems";

/**
 * A young desk has too few tickets to know which words are common: in its third ticket "correo" is as rare as "acme.example". So the
 * counts start from this many imagined tickets, in which the everyday words of a hosting desk are frequent. A thousand real ones
 * outweigh them.
 */
export const BACKGROUND_TICKETS = 400;

const SHARES: Array<[share: number, words: string]> = [
  [0.25, "error problema correo cuenta servidor página sitio dominio mensaje mensajes solicitar necesitar apoyo urgente email mail account problem server website site domain message please"],
  [0.1, "correos enviar recibir abrir entrar acceso acceder contraseña usuario hosting web factura pago servicio sistema cambiar configurar funcionar aparecer salir intentar poder fallar marcar enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre send receive open password user invoice payment service system change work try fail access"],
  [0.04, "instalar activar crear borrar archivo aplicación base datos certificado renovar plan panel wordpress cpanel outlook gmail celular computadora navegador conexión red nuevo nueva lento cliente empresa install create delete file database certificate renew phone browser connection new slow client company"],
];

const SHARE_BY_TERM = sharesByTerm();

/** In how many of the imagined tickets a term stands. */
export function backgroundFrequency(term: string): number {
  return BACKGROUND_TICKETS * (SHARE_BY_TERM.get(term) ?? 0);
}

function sharesByTerm(): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [share, words] of SHARES) {
    for (const word of words.split(" ")) {
      for (const language of ["es", "en"] as const) {
        const term = stemOf(foldText(word), language);
        shares.set(term, Math.max(shares.get(term) ?? 0, share));
      }
    }
  }
  return shares;
}
