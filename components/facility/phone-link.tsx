/** A telephone number that a phone can dial. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className="inline-flex min-h-11 items-center text-link">
      {phone}
    </a>
  );
}
