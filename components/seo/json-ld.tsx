import { serialiseJsonLd } from '@/lib/core/json-ld-text';

type Props = { data: object };

/** A schema.org description of the page for search engines; it is data, no script runs. */
export function JsonLd({ data }: Props) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: serialised with every "<" escaped, so it cannot end the element
      dangerouslySetInnerHTML={{ __html: serialiseJsonLd(data) }}
    />
  );
}
