import { notFound } from 'next/navigation';

/** Any address that no page answers, so that it too gets the portal's own page in the reader's language. */
export default function UnknownPage() {
  notFound();
}
