/** What a frame around a mail may do: follow a link that was pressed. */
export const frameMay = "allow-top-navigation-by-user-activation allow-popups";

/**
 * A drawn mail as the content of a frame on one of our pages. Mails carry their style within, so this answer alone
 * allows that; it allows nothing else, and nobody but us may frame it.
 */
export function framed(html: string): Response {
  const body = html.replace(/<head[^>]*>/, '$&<base target="_top"/>').replaceAll('target="_blank"', 'target="_top"');
  return new Response(body, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox ${frameMay}`,
      "x-frame-options": "SAMEORIGIN",
    },
  });
}
