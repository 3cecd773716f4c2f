/** One line of a content: its text, or the entries of its list. */
export function ContentTexts({ texts }: { texts: readonly string[] }) {
  if (texts.length === 1) return <span className="break-words whitespace-pre-line">{texts[0]}</span>;
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
