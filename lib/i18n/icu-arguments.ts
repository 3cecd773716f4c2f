/** Reads a message of ICU MessageFormat far enough to know what it asks for. */
class MessageReader {
  private at = 0;
  readonly found = new Set<string>();

  constructor(private readonly text: string) {}

  read(inBraces = false): void {
    while (this.at < this.text.length) {
      const character = this.text[this.at];
      if (character === '{') {
        this.at++;
        this.readArgument();
      } else if (character === '}') {
        if (!inBraces) throw new Error(`A brace closes that was never opened: ${this.text}`);
        return;
      } else if (character === '<') {
        const tag = /^<\/?([a-zA-Z]\w*)>/.exec(this.text.slice(this.at));
        if (tag) this.found.add(`<${tag[1]}>`);
        this.at += tag?.[0].length ?? 1;
      } else {
        this.at++;
      }
    }
    if (inBraces) throw new Error(`A brace is never closed: ${this.text}`);
  }

  private readArgument(): void {
    const head = this.match(/^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/);
    const [, name = '', type] = head;
    this.found.add(type ? `${name}:${type}` : name);
    if (type === 'plural' || type === 'select' || type === 'selectordinal') this.readBranches();
    else this.match(/^[^{}]*/);
    this.match(/^\s*\}/);
  }

  private readBranches(): void {
    this.match(/^\s*,/);
    while (/^\s*[=\w]+\s*\{/.test(this.text.slice(this.at))) {
      this.match(/^\s*[=\w]+\s*\{/);
      this.read(true);
      this.match(/^\}/);
    }
  }

  private match(pattern: RegExp): RegExpExecArray {
    const matched = pattern.exec(this.text.slice(this.at));
    if (!matched) throw new Error(`Not a message at ${this.at}: ${this.text}`);
    this.at += matched[0].length;
    return matched;
  }
}

/**
 * The names of the arguments and tags a message asks for, sorted; plural and select carry their kind's own arguments.
 * @throws Error when braces do not pair up
 */
export function icuArguments(message: string): string[] {
  const reader = new MessageReader(message);
  reader.read();
  return [...new Set([...reader.found].map((name) => name.split(':')[0] ?? name))].sort();
}
